# New random keys, for the scripts beside this file.

# A key as Tink writes it: id, type, the protobuf message's bytes before the 32 random ones of the key, output prefix.
tink_key() {
  local value
  value=$({ printf '%b' "$3" && openssl rand 32; } | base64 | tr -d '\n')
  printf '{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.%s","value":"%s","keyMaterialType":"SYMMETRIC"},"status":"ENABLED","keyId":%d,"outputPrefixType":"%s"}' \
    "$2" "$value" "$1" "$4"
}

key_id() { echo $((0x$(openssl rand -hex 3) + 1)); }

# AES-256-GCM: field 3 is the key. HMAC-SHA-256: field 2 names the hash, field 3 is the key.
aead_key() { tink_key "$1" AesGcmKey '\032\040' TINK; }
prf_key() { tink_key "$1" HmacPrfKey '\022\002\010\003\032\040' RAW; }

# A P-256 key as a JWK. OpenSSL writes 121 bytes: the private number at byte 7, the point's two coordinates at 57 and 89.
return_key() {
  local hex
  hex=$(openssl ecparam -name prime256v1 -genkey -noout -outform DER | od -An -v -tx1 | tr -d ' \n')
  printf '{"kty":"EC","crv":"P-256","kid":"%s","x":"%s","y":"%s","d":"%s"}' \
    "$(openssl rand -hex 4)" "$(base64url "${hex:114:64}")" "$(base64url "${hex:178:64}")" "$(base64url "${hex:14:64}")"
}

base64url() {
  printf "$(sed 's/../\\x&/g' <<<"$1")" | base64 | tr -d '=\n' | tr '+/' '-_'
}
