# Sourced by bench/run; what can be set from the environment, and small helpers.
BENCH_WORK="${BENCH_WORK:-$BENCH_DIR/work}" # scratch space: libraries, data, results of single runs; 6 GB for all sizes
REPEAT="${REPEAT:-3}"                       # how often each side runs
SEED="${SEED:-42}"                          # of the generated portfolio
CUSTOMERS="${CUSTOMERS:-100000}"            # P14 and P7@2M
INVOICES="${INVOICES:-2000000}"
CUSTOMERS_LARGE="${CUSTOMERS_LARGE:-1000000}" # P7
INVOICES_LARGE="${INVOICES_LARGE:-20000000}"
LISTS_CUSTOMERS="${LISTS_CUSTOMERS:-1000000}" # lists
LISTS_ITEMS="${LISTS_ITEMS:-5000000}"
LISTS_REQUESTS="${LISTS_REQUESTS:-200}" # of each question
IMPORT_CUSTOMERS="${IMPORT_CUSTOMERS:-10000}" # P9
IMPORT_INVOICES="${IMPORT_INVOICES:-200000}"
AS_OF=2025-12-31 # of the generated portfolio

fail() { # fail CODE LINE…
    local code=$1
    shift
    printf '%s\n' "$@" >&2
    exit "$code"
}

need() { # need TOOL HOW-TO-GET-IT
    command -v "$1" >/dev/null 2>&1 || fail 69 "bench: $1 not found ($2). 未找到 $1。"
}

load() {
    if [ -r /proc/loadavg ]; then cut -d' ' -f1 /proc/loadavg; else uptime | sed 's/.*averages*: *\([0-9.]*\).*/\1/'; fi
}
