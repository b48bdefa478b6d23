/*
 * Signing in to a forge: where the handbook names an application, by OAuth with PKCE (RFC 7636, S256; no secret is on the
 * site), else by a token of the person. What was begun survives the way there and back, for the draft is on the device.
 */
import { ask, el, field, tell } from "./dom.js"
import { forgeName, tokenHelp } from "./forge.js"
import * as memory from "./ingatan.js"
import { pieces, write as say } from "../tulisan.js"

const BEGUN = "sop-sunting-masuk"
const KEPT = "sop-sunting-token"
/** Milliseconds after which a way that was begun is not taken up any more. */
const LONGEST = 15 * 60_000
const PLACES = {
  gitlab: { ask: "/oauth/authorize", give: "/oauth/token", scope: "api" },
  gitea: { ask: "/login/oauth/authorize", give: "/login/oauth/access_token", scope: "write:repository read:user" }
}

/** What the tab holds, {token, oauth}; it goes with the page unless somebody asked to have it kept with the tab. */
let sign = null

const origin = forge => new URL(forge.alamat).origin
const store = { // a browser may refuse
  read(key) { try { return JSON.parse(sessionStorage.getItem(key)) } catch { return null } },
  write(key, value) { try { sessionStorage.setItem(key, JSON.stringify(value)); return true } catch { return false } },
  drop(key) { try { sessionStorage.removeItem(key) } catch { /* nothing is kept there */ } }
}
const letters = bytes => btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "")
const random = () => letters(crypto.getRandomValues(new Uint8Array(32)))
const here = () => `${location.origin}${location.pathname}`

/** Forget how somebody signed in, since the forge does not take it. */
export function forgetSign() {
  sign = null
  store.drop(KEPT)
}

/** How the person signs in: what is held, or what the person says now. Null where somebody gave up or was led to the forge. */
export async function signIn(app, words) {
  const kept = store.read(KEPT)
  if (kept?.origin === origin(app.forge)) sign ??= { token: kept.token, oauth: kept.oauth }
  sign ??= await asked(app, words)
  return sign
}

/** Whether a person can be led to the forge and back: the digest needs a safe origin, and the draft a place to stay. */
async function leads(app) {
  return Boolean(app.forge.aplikasi && !app.mesin.menulis && globalThis.crypto?.subtle && store.write(BEGUN, null) && await memory.works())
}

async function asked(app, words) {
  const { forge } = app
  const [address, rights] = tokenHelp(forge)
  const name = forgeName(forge)
  const led = await leads(app)
  const input = el("input", { class: "sunting-masukan", type: "password", autocomplete: "off", spellcheck: false })
  const keep = el("input", { type: "checkbox" })
  const answer = await ask(say(TULISAN.masuk.judul, { forge: name }), [
    led && el("p", {}, say(TULISAN.masuk.dibawa, { forge: name })),
    el("p", {}, pieces(led ? TULISAN.masuk.atau_cara : TULISAN.masuk.token_cara, {
      buat: el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, say(TULISAN.masuk.buat, { forge: name }))
    })),
    field(led ? say(TULISAN.masuk.atau_token) : say(TULISAN.masuk.token), input, { help: say(TULISAN.masuk.token_arti, { izin: rights }) }),
    el("label", { class: "sunting-centang" }, keep, ` ${say(TULISAN.masuk.ingat)}`)
  ].filter(Boolean), [led && ["masuk", say(TULISAN.masuk.di, { forge: name }), true], ["token", led ? say(TULISAN.masuk.pakai) : say(TULISAN.masuk.lanjut), !led], [null, say(TULISAN.penyunting.batal)]].filter(Boolean))
  if (answer === "masuk") return lead(app, words, keep.checked)
  const token = input.value.trim()
  if (answer !== "token" || !token) return null
  return held({ token, oauth: false }, forge, keep.checked)
}

function held(made, forge, keep) {
  if (keep) store.write(KEPT, { ...made, origin: origin(forge) })
  return made
}

/** Lead to the forge. What is needed afterwards stays in this tab; the page ends here. */
async function lead(app, words, keep) {
  await app.keep()
  const state = random()
  const verifier = random()
  const challenge = letters(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier))))
  store.write(BEGUN, { state, verifier, keep, words, berkas: app.draf.berkas, query: location.search, time: Date.now() })
  const { forge } = app
  const place = PLACES[forge.jenis]
  location.assign(`${origin(forge)}${place.ask}?${new URLSearchParams({
    client_id: forge.aplikasi, response_type: "code", redirect_uri: here(), scope: place.scope, state, code_challenge: challenge, code_challenge_method: "S256"
  })}`)
  return null
}

/**
 * Take up what was begun before the forge was asked. Resolves to {draf, words} where somebody comes back from there: the
 * draft that was kept, and the words to send it with, null where signing in failed.
 */
export async function comeBack(forge) {
  const came = new URLSearchParams(location.search)
  if (!came.has("state") || !(came.has("code") || came.has("error"))) return null
  const begun = store.read(BEGUN)
  store.drop(BEGUN)
  const mine = Boolean(begun && came.get("state") === begun.state && Date.now() - begun.time < LONGEST)
  history.replaceState(null, "", `${location.pathname}${mine ? begun.query : ""}`)
  if (!mine) {
    tell(say(TULISAN.masuk.asing), "galat")
    return null
  }
  const draf = await memory.read(begun.berkas)
  try {
    if (came.has("error")) throw new Error(came.get("error") === "access_denied" ? say(TULISAN.masuk.tanpa_izin) : say(TULISAN.masuk.menolak, { forge: forgeName(forge) }))
    sign = held(await exchanged(forge, begun, came.get("code")), forge, begun.keep)
    return { draf, words: begun.words }
  } catch (error) {
    tell(say(TULISAN.masuk.belum, { forge: forgeName(forge), sebab: error.message }), "galat")
    return { draf, words: null }
  }
}

async function exchanged(forge, { verifier }, code) {
  const answer = await fetch(`${origin(forge)}${PLACES[forge.jenis].give}`, {
    method: "POST", credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store",
    body: new URLSearchParams({ client_id: forge.aplikasi, grant_type: "authorization_code", code, redirect_uri: here(), code_verifier: verifier })
  }).catch(() => {
    throw new Error(say(TULISAN.masuk.cors, { forge: forgeName(forge) }))
  })
  const { access_token: token } = answer.ok ? await answer.json().catch(() => ({})) : {}
  if (typeof token !== "string" || !token) throw new Error(say(TULISAN.masuk.tak_diterima, { forge: forgeName(forge) }))
  return { token, oauth: true }
}
