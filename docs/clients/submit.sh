#!/usr/bin/env bash
# Sends every submission of an outbox, oldest first: submit.sh OUTBOX
# A submission is a file ID.json. It is deleted once it is answered 202, and set aside as ID.refused where that would never come.
set -euo pipefail
outbox=${1:?usage: submit.sh OUTBOX}
: "${EPRO_INTAKE_URL:?}" "${EPRO_TOKEN_SUBMIT:?}"
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

ls -tr "$outbox" | while IFS= read -r name; do
  [[ $name == *.json ]] || continue
  id=${name%.json}
  : >"$answer"
  # Again after no answer, 408, 429, 500, 502, 503 and 504, for ten minutes: after Retry-After, or after 1, 2, 4 ... seconds.
  status=$(curl --silent --show-error --output "$answer" --write-out '%{http_code}' \
    --max-time 10 --retry 100 --retry-max-time 600 --retry-all-errors \
    --header "Authorization: Bearer $EPRO_TOKEN_SUBMIT" --header "Idempotency-Key: $id" \
    --json "@$outbox/$name" "$EPRO_INTAKE_URL/api/v1/submissions") || true
  case $status in
    202)
      rm "$outbox/$name"
      echo "$id 202 $(cat "$answer")"
      ;;
    400 | 409 | 413 | 415 | 422)
      echo "$id $status $(cat "$answer")" | tee "$outbox/$id.answer" >&2
      mv "$outbox/$name" "$outbox/$id.refused"
      ;;
    *)
      echo "$id: ${status:-no answer} $(cat "$answer"); it stays in $outbox, and so does what comes after it" >&2
      exit 1
      ;;
  esac
done
