package xindang.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How companies and their systems (Kingdee, Yonyou, SAP, Oracle, QuickBooks, hand-made sheets) name the columns of a
 * ledger. Names are normalised (see {@link Header#key}); a line is one rank, and a column of an earlier rank wins over a
 * later one. Two columns of one rank compete, and somebody has to say which is meant.
 */
final class Synonyms {

    private static final List<String> NAMES = List.of(
            "客户名称|客户全称|客户名|单位名称|往来单位名称|往来单位全称|往来户名称|客商名称|购货单位名称|购货单位全称|购买方名称|付款方名称|结算客户名称|对方单位|对方单位名称|对方户名"
                    + "|customername|namecustomer|custname|nameofcustomer|customerfullname|clientname|debtorname"
                    + "|accountname|buyername|partyname|partnername|bpname|cardname|billtoname|soldtoname|payername",
            "公司名称|企业名称|companyname|company|name1|name|名称|户名",
            "客户简称|简称|shortname|customershortname");

    private static final List<String> CUSTOMERS = List.of(
            "客户编码|客户代码|客户编号|客户号|客户id|客户码|客商编码|客商代码|客商编号|customerid|customerno|customernumber"
                    + "|customernum|customercode|customerkey|custno|custnumber|custid|custcode|custnum|cust|kunnr|clientid|clientno"
                    + "|clientnumber|clientcode|debtorid|debtorno|debtornumber|debtorcode|debitor|debitornr|kundennr|kundennummer",
            "往来单位编码|往来单位代码|往来单位编号|往来户编码|往来户代码|购货单位编码|购货单位代码|购货单位编号|结算客户编码|付款方编码|单位编码|单位代码|单位编号"
                    + "|accountnumber|accountno|accountnum|accountid|accountcode|partycode|partyid|partyno|partnerid|partnercode"
                    + "|bpcode|bpnumber|businesspartner|cardcode|buyerid|buyercode|billtocustomer|billtocustomerno"
                    + "|billtocustomernumber|billtono|billtocode|soldto|soldtoparty|billtoparty|payer|payerid",
            "客户|customer|client|debtor|buyer|客商|kunde",
            "往来单位|往来户|购货单位|购货方|购买方|结算客户|付款单位|付款方|应收单位|往来对象|核算对象|billto|partner|party",
            "account|客户账户");

    private static final List<String> INVOICES = List.of(
            "发票号|发票号码|发票编号|invoiceno|invoicenumber|invoicenum|invoiceid|invoicecode|invoice|invno|invnumber|invid|invnum"
                    + "|inv|rechnungsnr|rechnungsnummer",
            "应收单号|应收单编号|单据号|单据编号|单据号码|docno|docnumber|documentno|documentnumber|documentnum|documentid|docid"
                    + "|docnum|document|belnr|billno|billnumber|billid|billnum|voucherno|vouchernumber|trxnumber|transactionno"
                    + "|transactionnumber|transactionid|bill",
            "单号|票据号|票号|num|凭证号|凭证编号|凭证字号|业务单号",
            "reference|referenceno|refno|ref|参考号|参考编号|assignment");

    private static final List<String> ISSUED = List.of(
            "开票日期|发票日期|开票日|开票时间|出票日期|开具日期|invoicedate|invdate|dateofinvoice|billdate|billingdate|issuedate"
                    + "|dateissued|issued|issue|issuedon|invoicedon|invoicecreatedate|rechnungsdatum",
            "单据日期|documentdate|docdate|bldat|trxdate|transactiondate|txndate",
            "业务日期|日期|date|发生日期|交易日期|销售日期|businessdate",
            "立账日期|立账日|入账日期|记账日期|过账日期|凭证日期|制单日期|postingdate|posteddate|postdate|budat|gldate|accountingdate|bookingdate|entrydate",
            "起算日|起算日期|基准日期|baselinecreatedate|baselinedate|baseline|zfbdt|termsdate",
            "出库日期|发货日期|交货日期|送货日期|deliverydate|shipdate|shippingdate|创建日期|createdate|createddate");

    private static final List<String> DUES = List.of(
            "到期日|到期日期|到期时间|付款到期日|收款到期日|应收到期日|账款到期日|duedate|due|dueindate|datedue|netduedate|paymentduedate"
                    + "|paymentdue|invoiceduedate|dueon|duedt|maturitydate|maturity|faelligkeit|fälligkeit|fälligkeitsdatum|netdue",
            "应收日期|应收款日期|应收款日|应收时间|应付日期|应付款日期|应付款日|应付款时间|约定付款日|约定付款日期|约定收款日期|最迟付款日|最后付款日|信用到期日",
            "计划收款日期|预计收款日期|预计回款日期|计划回款日期|expectedpaymentdate|expecteddate");

    private static final List<String> AMOUNTS = List.of(
            "价税合计|价税合计金额|含税金额|含税总额|价税合计原币|grossamount|grosstotal|amountincltax|amountinclvat|amountincludingtax"
                    + "|totalincltax|totalinclvat|totalincludingtax|totalamountincltax|bruttobetrag",
            "应收金额|应收款|应收款金额|应收账款金额|应收账款|应收总额|应收|receivableamount|amountreceivable|receivable",
            "发票金额|开票金额|invoiceamount|invoicetotal|invoicevalue|invamount|invamt|invoiceamt|originalamount|origamount"
                    + "|amountoriginal|amountdueoriginal|billamount|billedamount|documentamount|docamount|doctotal|documenttotal|总金额|价款",
            "原币金额|原币|amountindocumentcurrency|amountindoccurr|amountindoccurrency|documentcurrencyamount|amountdoccurr|wrbtr|transactionamount|foreignamount",
            "金额|amount|amt|total|totalamount|合计金额|合计|value|单据金额|业务金额|借方金额|本期应收|销售金额|货款|货款金额|betrag|sum|金額",
            "本币金额|本位币金额|amountinlocalcurrency|amountinlocalcurr|amountinlc|localamount|localcurrencyamount|dmbtr|baseamount|functionalamount");

    private static final List<String> OUTSTANDING = List.of(
            "未核销金额|未收金额|未收款金额|未收款|未收|未核销|未结金额|未结清金额|未收余额|未核销余额|未回款|未回款金额|未回金额|未付金额|未付|尚欠|尚欠金额"
                    + "|outstanding|outstandingamount|outstandingbalance|openamount|totalopenamount|openbalance|openvalue|amountopen"
                    + "|amountoutstanding|amountremaining|remainingamount|remaining|remainingbalance|unpaid|unpaidamount|opensum"
                    + "|amountdueremaining|residual|amountresidual|unsettledamount|unsettled",
            "余额|应收余额|应收账款余额|欠款|欠款金额|欠款余额|期末余额|原币余额|balance|balancedue|amountdue|dueamount|openitem|currentbalance|invoicebalance",
            "本币余额|本位币余额|balancelocal");

    private static final List<String> SETTLED = List.of(
            "核销日期|核销日|结清日期|结清日|清账日期|cleardate|clearingdate|cleareddate|augdt|settlementdate|settleddate|settledon|closeddate",
            "收款日期|回款日期|收款日|回款日|到账日期|到款日期|收到日期|实收日期|实际收款日期|实际回款日期|付款日期|实际付款日期|收款时间|回款时间|付款时间"
                    + "|paymentdate|paiddate|datepaid|paidon|paidat|dateofpayment|receiptdate|receiveddate|paymentreceiveddate|collectiondate|actualpaymentdate|zahlungsdatum",
            "最后收款日期|最后回款日期|最近收款日期|最近回款日期|lastpaymentdate|lastreceiptdate");

    private static final List<String> SETTLED_AMOUNTS = List.of(
            "已核销金额|核销金额|settledamount|amountsettled|clearedamount|amountcleared|amountapplied|appliedamount|已结金额|已结算金额",
            "已收金额|已收款金额|已回款金额|回款金额|收款金额|实收金额|已付金额|累计收款|累计回款|已收款合计|到账金额|paidamount|amountpaid|amtpaid|paidamt|receivedamount"
                    + "|amountreceived|paymentamount|collectedamount|amountcollected|totalpaid|payments|paidtodate|totalreceived",
            "贷方金额");

    /** Names that are a date in one ledger and an amount in the next; the cells tell. */
    private static final List<String> SETTLEMENT = List.of(
            "核销|已核销|settled|cleared|cleareditem|settlement",
            "已收|已收款|已回款|收款|回款|已付|已付款|实收|paid|payment|received|collected|receipt");

    private static final List<String> CURRENCIES = List.of(
            "币种|币别|货币|币种代码|币别代码|币种编码|币种名称|货币代码|结算币种|结算币别|原币币种|交易币种|currency|currencycode|currcode|curr|ccy|cur"
                    + "|invoicecurrency|invoicecurrencycode|doccurrency|documentcurrency|transactioncurrency|waers|währung|waehrung|currencyname|币種",
            "本位币|localcurrency|basecurrency");

    private static final List<String> TERMS = List.of(
            "账期|信用期|信用期限|信用天数|账期天数|付款条件|收款条件|付款期限|收款期限|付款账期|收款账期|账期(天)|terms|term|paymentterms|paymentterm"
                    + "|custpaymentterms|custpaymentterm|creditterms|creditterm|termsofpayment|termdays|termsdays|paymentdays|netdays"
                    + "|creditdays|creditperiod|zterm|paymenttermsname|zahlungsziel|zahlungsbedingung|帐期",
            "结算条件|付款方式|结算方式|付款条款");

    private static final List<String> DISPUTES = List.of(
            "争议|是否争议|有无争议|是否有争议|争议标志|争议标识|争议状态|disputed|dispute|isdisputed|indispute|disputeflag|disputestatus|isdispute",
            "争议金额|disputeamount|disputedamount|amountindispute",
            "争议原因|争议说明|disputereason|disputecode");

    private static final Map<Field, List<String>> LISTS = Map.ofEntries(
            Map.entry(Field.CUSTOMER, CUSTOMERS),
            Map.entry(Field.CUSTOMER_NAME, NAMES),
            Map.entry(Field.INVOICE, INVOICES),
            Map.entry(Field.ISSUED, ISSUED),
            Map.entry(Field.DUE, DUES),
            Map.entry(Field.AMOUNT, AMOUNTS),
            Map.entry(Field.CURRENCY, CURRENCIES),
            Map.entry(Field.SETTLED, SETTLED),
            Map.entry(Field.SETTLED_AMOUNT, SETTLED_AMOUNTS),
            Map.entry(Field.OUTSTANDING, OUTSTANDING),
            Map.entry(Field.DISPUTED, DISPUTES),
            Map.entry(Field.TERM, TERMS));

    private static final Map<Field, Map<String, Integer>> RANKS = ranks();
    private static final Map<String, Integer> SETTLEMENT_RANKS = ranks(SETTLEMENT);

    /** No such name. */
    static final int NONE = -1;

    private Synonyms() {}

    private static Map<Field, Map<String, Integer>> ranks() {
        Map<Field, Map<String, Integer>> all = new HashMap<>();
        LISTS.forEach((field, list) -> all.put(field, ranks(list)));
        return all;
    }

    private static Map<String, Integer> ranks(List<String> list) {
        Map<String, Integer> ranks = new HashMap<>();
        for (int rank = 0; rank < list.size(); rank++) {
            for (String name : list.get(rank).split("\\|", -1)) {
                ranks.putIfAbsent(Header.key(name), rank);
            }
        }
        return ranks;
    }

    /** The rank of a normalised name for a field, 0 = first, {@link #NONE} = no name of it. */
    static int rank(Field field, String key) {
        return RANKS.getOrDefault(field, Map.of()).getOrDefault(key, NONE);
    }

    /** The rank of a name that can be the day or the amount of settlement, behind all plain names of either. */
    static int settlementRank(String key) {
        Integer rank = SETTLEMENT_RANKS.get(key);
        return rank == null ? NONE : 10 + rank;
    }
}
