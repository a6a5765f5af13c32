/**
 * What the server sends and takes (接口约定), taken from its description: `src/gen/api.d.ts` is generated from `openapi.yaml`
 * by `npm run api`, and the check of types fails when a screen reads what the server does not send. Every amount, share and
 * score is a decimal text and stays one: arithmetic is done with decimal.js.
 */
import type { components } from '@/gen/api'

type Schemas = components['schemas']

/** What is not there comes as null, so that a screen has to say what it shows then. */
type Sent<T> = T extends (infer One)[]
  ? Sent<One>[]
  : string extends keyof T
    ? T
    : T extends object
      ? {
          [Name in keyof T]-?: undefined extends T[Name] ? Sent<NonNullable<T[Name]>> | null : Sent<T[Name]>
        }
      : T

/** The same with some texts narrowed to the words they are chosen from. */
type With<T, Narrowed> = Omit<T, keyof Narrowed> & Narrowed

export type Money = Sent<Schemas['MoneyText']>

export interface Page<T> {
  items: T[]
  next: string | null
  count?: number
  countExact?: boolean
}

export type Reason = Partial<Schemas['Reason']>
export type NodeRef = Sent<Schemas['Node']>
export type PersonRef = Sent<Schemas['NamedRef']>
export type Me = Sent<Schemas['Me']>
export type UserRow = Sent<Schemas['UserRow']>
export type NewUser = Schemas['NewUser']
export type ChangedUser = Schemas['ChangedUser']
export type NoticeLine = Sent<Schemas['NoticeLine']>
export type NoticePreference = Sent<Schemas['PreferenceForm']>
export type OwnPreference = Sent<Schemas['OwnPreference']>
export type BotLine = Sent<Schemas['BotLine']>
export type NewBot = Schemas['NewBot']
export type Subscription = Sent<Schemas['Subscription']>
export type NewSubscription = Schemas['NewSubscription']
export type MadeSubscription = Sent<Schemas['MadeSubscription']>
export type WebhookLine = Sent<Schemas['WebhookLine']>
export type HeldRole = Sent<Schemas['HeldRole']>
export type NewHeldRole = Schemas['NewHeldRole']
export type RoleRow = Sent<Schemas['RoleRow']>
export type RoleList = Sent<Schemas['RoleList']>
export type NewRole = Schemas['NewRole']
export type RoleDraft = Schemas['RoleDraft']
export type DeputyRow = Sent<Schemas['DeputyRow']>
export type NewDeputy = Schemas['NewDeputy']
export type ChangedNode = Schemas['ChangedNode']
export type PastNode = Sent<Schemas['PastNode']>
export type NewNode = Schemas['NewNode']
export type Account = Sent<Schemas['OwnAccount']>
export type SessionLine = Sent<Schemas['SessionLine']>
export type TokenLine = Sent<Schemas['TokenLine']>
export type MadeToken = Sent<Schemas['MadeToken']>
export type PasskeyLines = Sent<Schemas['PasskeyLines']>
export type NewToken = Schemas['NewToken']
export type DirectoryLine = Sent<Schemas['DirectoryLine']>
export type MadeDirectory = Sent<Schemas['MadeDirectory']>
export type NewDirectory = Schemas['NewDirectory']
export type NewDirectoryToken = Schemas['NewDirectoryToken']
export type ProviderOffer = Sent<Schemas['ProviderOffer']>
export type ProviderWay = Sent<Schemas['ProviderWay']>
export type Ways = Sent<Schemas['Ways']>
export type SetupCommand = Schemas['SetupRequest']

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
export type Job = With<Sent<Schemas['Job']>, { state: JobState }>

export type SavedView = Sent<Schemas['View']>
export interface SearchGroup {
  kind: string
  items: { id: string; title: string; subtitle?: string; why?: string; link: string }[]
}

export type Grade = Sent<Schemas['GradeView']>
/** Grades of the scale in force, best first. */
export interface GradeScale {
  scale: string
  items: string[]
}
export type WarningLevel = 'attention' | 'warning' | 'severe'
export type Limit = With<Sent<Schemas['LimitView']>, { state: 'not-assessed' | 'no-credit' | 'capped' | 'unlimited' }>
/** Of a file above the reader's clearance (`masked`) there are number, name, department and level only. */
export type CustomerRow = With<
  Sent<Schemas['CustomerLine']>,
  {
    limit: Limit | null
    open: Money | null
    overdue: Money | null
    warning: { level: WarningLevel; count: number } | null
  }
>
type CustomerFile = Sent<Schemas['CustomerDetail']>
export type ClosedCustomer = CustomerRow &
  With<
    Omit<CustomerFile, keyof CustomerRow>,
    { contacts: { name: string; role?: string; phone?: string; mail?: string }[] }
  >
/** A file that the reader may read. */
export type Customer = With<ClosedCustomer, { limit: Limit; open: Money; overdue: Money }>
export type KeeperList = Sent<Schemas['KeeperList']>
export type CustomerSums = Sent<Schemas['Sums']>
export type TrailEntry = Sent<Schemas['TrailEntry']>

export type Item = Sent<Schemas['ItemLine']>
export type ItemSums = Sent<Schemas['ItemSums']>
export type AgeingRow = With<Sent<Schemas['AgeingLine']>, { key: { id: string; number?: string; name: string } }>
export type Months = Sent<Schemas['Months']>
export type Ageing = With<Sent<Schemas['AgeingPage']>, { items: AgeingRow[] }>
export type AgeingTotals = Sent<Schemas['AgeingTotals']>

export type Rating = Sent<Schemas['RatingLine']>
export type Warning = With<Sent<Schemas['WarningLine']>, { level: WarningLevel }>
export type Decision = Sent<Schemas['Decision']>
/** What a better grade lacks; `changes` are single values that would be enough. */
export type Better = Sent<Schemas['Better']>
export type Distribution = With<
  Sent<Schemas['Distribution']>,
  { states: { state: Limit['state']; customers: number }[] }
>

export type AccessRequest = Sent<Schemas['RequestLine']>
export type Release = Sent<Schemas['ReleaseLine']>
export type NewRelease = Schemas['ReleaseEntry']
export type ReleaseNumber = Sent<Schemas['ReleaseNumber']>
export type Clearance = Sent<Schemas['ClearanceLine']>
export type Signatory = Sent<Schemas['SignatoryLine']>
export type ExceptionEntry = Sent<Schemas['ExceptionLine']>
export type SecrecySettings = Sent<Schemas['SecrecySettings']>
export type OwnSecrecy = Sent<Schemas['OwnSecrecy']>

export type Slip = Sent<Schemas['Slip']>
export type SlipFile = Sent<Schemas['SlipFile']>
export type NewSlip = Schemas['NewSlip']
export type OwnDuties = Sent<Schemas['OwnDuties']>
export type Leave = Sent<Schemas['Leave']>
export type NewLeave = Schemas['NewLeave']
export type Locked = Sent<Schemas['Locked']>
export type Separation = With<
  Sent<Schemas['State']>,
  {
    kinds: { kind: string; holders: number }[]
    conflicts: { user: PersonRef; login: string; kinds: string[] }[]
    own: string[]
  }
>

export type KnownYear = Sent<Schemas['KnownYear']>
export type KnownYears = Sent<Schemas['KnownYears']>
export type CalendarDay = Sent<Schemas['CalendarDay']>
export type CalendarDays = Sent<Schemas['CalendarDays']>
export type CheckedHolidays = Sent<Schemas['CheckedHolidays']>
export type HolidayText = Schemas['HolidayText']
export type DeadlineDays = Sent<Schemas['DeadlineDays']>

export type ImportState = 'uploaded' | 'mapped' | 'checking' | 'checked' | 'importing' | 'imported' | 'undone'
export type ImportColumn = Sent<Schemas['Column']>
export type Import = With<
  Sent<Schemas['ImportView']>,
  {
    kind: 'customers' | 'invoices'
    state: ImportState
    /** The step that ended last without having written anything. */
    interrupted: 'checking' | 'importing' | null
    counts: Partial<Record<'rows' | 'good' | 'warnings' | 'errors', number>>
    result: Partial<Record<string, number>>
  }
>
export type ImportRow = Sent<Schemas['FaultyRow']>
export type Mapping = Schemas['ChosenMapping']

export type Label = Sent<Schemas['Label']>
export type RegimeParameter = With<
  Sent<Schemas['RegimeParameter']>,
  { schema: Record<string, unknown>; standard: unknown; labels: Record<string, Label> }
>
export type RegimeCatalogue = With<
  Sent<Schemas['RegimeCatalogue']>,
  { parameters: RegimeParameter[]; names: Record<string, Record<string, Label>> }
>
export type PresetLine = Sent<Schemas['PresetLine']>
export type PolicyInForce = With<
  Sent<Schemas['PolicyInForce']>,
  { body: Record<string, unknown>; origins: Record<string, string> }
>
export type RegimeDeadline = Sent<Schemas['RegimeDeadline']>
export type RegimeInForce = With<Sent<Schemas['RegimeInForce']>, { policies: PolicyInForce[] }>
export type ReadingList = Sent<Schemas['ReadingList']>
export type ReadingProgress = Sent<Schemas['Progress']>
export type LetterTemplate = Sent<Schemas['LetterTemplate']>
export type LetterTemplateList = Sent<Schemas['LetterTemplateList']>
export type LetterFieldList = Sent<Schemas['LetterFieldList']>
export type LetterLine = Sent<Schemas['LetterLine']>
export type LeftOut = Sent<Schemas['LeftOut']>
export type VerifiedLetter = Sent<Schemas['VerifiedLetter']>
export type RegimeDraft = Sent<Schemas['RegimeDraft']>
export type DocumentTable = Sent<Schemas['DocumentTable']>
export type RegimeDocument = Sent<Schemas['RegimeDocument']>
export type VersionLine = Sent<Schemas['VersionLine']>
export type DraftHead = Schemas['DraftHead']
export type DraftFinding = With<Sent<Schemas['DraftFinding']>, { facts: Record<string, string> }>
export interface Difference {
  parameter: string
  before: unknown
  after: unknown
}
export interface DraftWhole {
  draft: RegimeDraft
  kinds: Record<string, { body: Record<string, unknown>; origins: Record<string, string> }>
  differences: Difference[]
  findings: DraftFinding[] | null
}
export type FoundNumbers = Sent<Schemas['FoundNumbers']>
export type NodeCodeList = Sent<Schemas['NodeCodeList']>
export type NumberLine = Sent<Schemas['NumberLine']>
export type NumberRule = Sent<Schemas['NumberRule']>
export type NumberRuleList = Sent<Schemas['NumberRuleList']>
export type NextNumbers = Sent<Schemas['NextNumbers']>
export type PastPatternList = Sent<Schemas['PastPatternList']>
export type SeriesLine = Sent<Schemas['SeriesLine']>
export type SeriesProof = Sent<Schemas['SeriesProof']>
export type DocumentDetail = Sent<Schemas['DocumentDetail']>
export type DocumentLine = Sent<Schemas['DocumentLine']>
export type BatchLine = Sent<Schemas['BatchLine']>
export type CaseAct = With<Sent<Schemas['CaseAct']>, { changes: Record<string, string> }>
export type FlowCase = With<Sent<Schemas['FlowCase']>, { facts: Record<string, unknown> }>
export type FlowFact = Sent<Schemas['FlowFact']>
export type FlowFinding = With<Sent<Schemas['FlowFinding']>, { facts: Record<string, string> }>
export type FlowLine = Sent<Schemas['FlowLine']>
export type FlowTask = Sent<Schemas['FlowTask']>
export type FlowWhole = With<Sent<Schemas['FlowWhole']>, { findings: FlowFinding[] | null }>
export type CaseWhole = With<
  Sent<Schemas['CaseWhole']>,
  { flowCase: FlowCase; acts: CaseAct[]; steps: Record<string, string>; mine: FlowTask | null }
>
export type InboxCounts = With<Sent<Schemas['InboxCounts']>, { kinds: Record<string, number> }>
export type InboxEntry = Sent<Schemas['InboxEntry']>
export type InboxWaiting = With<Sent<Schemas['InboxWaiting']>, { items: InboxEntry[]; next: string | null }>
export type StartableFlow = With<Sent<Schemas['StartableFlow']>, { facts: FlowFact[] }>
export type TrialStop = Sent<Schemas['TrialStop']>
export type FormLine = Sent<Schemas['FormLine']>
export type FormVersion = Sent<Schemas['FormVersion']>
export type FormWhole = Sent<Schemas['FormWhole']>
export type FormFinding = Sent<Schemas['FormFinding']>
export type LibraryLine = Sent<Schemas['LibraryLine']>
export type LibraryTemplate = Sent<Schemas['LibraryTemplate']>
export type LibraryInstallation = Sent<Schemas['LibraryInstallation']>
export type RecordLine = Sent<Schemas['RecordLine']>
export type RecordDetail = Sent<Schemas['RecordDetail']>
export type TriedRecord = With<Sent<Schemas['Tried']>, { problems: Reason[] }>
export type CheckedRows = Sent<Schemas['CheckedRows']>
export type CustomerForms = Sent<Schemas['CustomerFormList']>
