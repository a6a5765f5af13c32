package xindang.identity;

/**
 * What a person still has (未移交事项).
 *
 * @param files customer files he keeps or is deputy keeper of
 * @param slips hand-over slips that are not through
 * @param requests requests to read files that nobody else may decide
 * @param imports imports that nobody confirmed; they keep no account open
 * @param deputyships people he stands in for; they end with the account
 */
public record Left(long files, long slips, long requests, long imports, long deputyships) {

    /** Whether something keeps the account open. */
    public boolean blocks() {
        return files + slips + requests > 0;
    }
}
