#!/bin/sh
# Memasang program buku ini ke .venv/ bila belum ada, lalu menjalankannya.
#   sh mulai.sh              membuka buku di peramban
#   sh mulai.sh situs        membuat situs di site/
#   sh mulai.sh --help       perintah lainnya
set -eu
cd "$(dirname "$0")"
python=${PYTHON:-python3}
if [ ! -x .venv/bin/python ]; then
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
        echo "Perlu Python 3.11 atau lebih baru. Pasang, atau sebutkan: PYTHON=python3.12 sh mulai.sh" >&2
        exit 1
    }
    "$python" -m venv .venv
fi
if ! cat requirements.txt paket/*.txt | cmp -s - .venv/terpasang.txt; then
    echo "Memasang paket; yang pertama kali memerlukan beberapa menit."
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
        --require-hashes -r requirements.txt
    cat requirements.txt paket/*.txt > .venv/terpasang.txt
fi
[ $# -gt 0 ] || set -- sajikan --buka
exec .venv/bin/python -m buku_sop "$@"
