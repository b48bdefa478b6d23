/*
 * What all kinds of forges share: how they are asked, and what is said when they refuse.
 */
import { write as say } from "../../tulisan.js"

export const NAMES = { github: "GitHub", gitlab: "GitLab", gitea: "Forgejo/Gitea" }
/** Milliseconds between two looks whether a copy (fork) has been made, how often one looks, and how long an answer may take. */
const WAIT = 1500
const TRIES = 20
const LONGEST = 60_000
/** How forges call a branch that may not be written to. */
const PROTECTED = /protected|rule violations|not allowed to (?:push|create|force)|cannot (?:force-push|create ref)|pre-receive/i

export const refused = (pesan, cara, more = {}) => Object.assign(new Error(pesan), { pesan, cara }, more)
export const quoted = path => path.split("/").map(encodeURIComponent).join("/")
export const encode = text => {
  const bytes = new TextEncoder().encode(text)
  let letters = ""
  for (let i = 0; i < bytes.length; i += 8192) letters += String.fromCharCode(...bytes.subarray(i, i + 8192))
  return btoa(letters)
}
export const decode = text => new TextDecoder().decode(Uint8Array.from(atob(text.replace(/\s/g, "")), letter => letter.charCodeAt(0)))
const pause = () => new Promise(resolve => setTimeout(resolve, WAIT))

/** Where a token is made, and what it must be allowed to do. */
export function tokenHelp({ jenis, alamat }) {
  const { origin } = new URL(alamat)
  return {
    github: [`${origin}/settings/personal-access-tokens/new`, say(TULISAN.forge.izin_github)],
    gitlab: [`${origin}/-/user_settings/personal_access_tokens`, say(TULISAN.forge.izin_gitlab)],
    gitea: [`${origin}/user/settings/applications`, say(TULISAN.forge.izin_gitea)]
  }[jenis]
}

/** What a forge said of its refusal, as one line. */
function words(value) {
  if (value === null || value === undefined) return ""
  if (Array.isArray(value)) return value.map(words).filter(Boolean).join("; ")
  if (typeof value !== "object") return String(value)
  const { message, error, errors, ...rest } = value
  const said = [message, error, errors].map(words).filter(Boolean)
  return (said.length ? said : Object.entries(rest).map(([key, one]) => `${key} ${words(one)}`)).join(": ")
}

/** When one may ask again, in words. */
function later(headers) {
  const after = Number(headers.get("retry-after"))
  const reset = Number(headers.get("x-ratelimit-reset") ?? headers.get("ratelimit-reset"))
  const at = after > 0 ? Date.now() + after * 1000 : reset > 0 ? reset * 1000 : 0
  return at > Date.now() ? say(TULISAN.forge.sesudah, { pukul: new Date(at + 60_000).toLocaleTimeString("id-ID", { hour: "2-digit", minute: "2-digit" }) }) : say(TULISAN.forge.nanti)
}

export class Forge {
  /** `forge` is {jenis, alamat, cabang} of the handbook: kind, address of the repository's page, and branch. */
  constructor({ jenis, alamat, cabang }, { token, oauth = false }) {
    const { origin, pathname } = new URL(alamat)
    Object.assign(this, { jenis, origin, token, oauth, repo: decodeURIComponent(pathname.replace(/^\/|\/$/g, "")), base: decodeURIComponent(cabang || "main") })
    /** The open proposal that is continued: {address, body, number, where, …}; null where there is none. */
    this.open = null
  }

  get name() {
    return NAMES[this.jenis]
  }

  /** Ask the forge; null where nothing is there. Rejects with what to tell people. */
  async ask(method, path, body) {
    let answer
    try {
      answer = await fetch(`${this.api}${path}`, {
        method, headers: { ...this.headers, ...(body ? { "Content-Type": "application/json" } : {}) },
        body: body && JSON.stringify(body), credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store",
        signal: AbortSignal.timeout(LONGEST)
      })
    } catch {
      throw refused(say(TULISAN.forge.jauh, { forge: this.name }), say(TULISAN.forge.jauh_cara))
    }
    if (answer.status === 404 && method === "GET") return null
    if (!answer.ok) throw await this.reason(answer, method)
    const text = await answer.text().catch(() => {
      throw refused(say(TULISAN.forge.terputus, { forge: this.name }), say(TULISAN.forge.terputus_cara))
    })
    try {
      return text ? JSON.parse(text) : {}
    } catch {
      throw refused(say(TULISAN.forge.bukan, { forge: this.name }), say(TULISAN.forge.bukan_cara))
    }
  }

  async reason(answer, method) {
    const { name } = this
    const said = await answer.json().then(one => words(one).replace(/\s+/g, " ").slice(0, 200), () => "")
    const { status, headers } = answer
    const blocked = [400, 403, 409, 422].includes(status) && PROTECTED.test(said)
    const limited = status === 429 || (status === 403 && (headers.get("retry-after") || headers.get("x-ratelimit-remaining") === "0" || /rate limit/i.test(said)))
    if (status === 401) return refused(say(TULISAN.forge.token, { forge: name }), say(TULISAN.forge.token_cara), { token: true })
    if (limited) return refused(say(TULISAN.forge.tunggu, { forge: name }), say(TULISAN.forge.tunggu_cara, { kapan: later(headers) }))
    if (status === 423 || /archived/i.test(said)) return refused(say(TULISAN.forge.arsip, { repo: this.repo }), say(TULISAN.forge.arsip_cara))
    if (blocked) return refused(say(TULISAN.forge.cabang, { forge: name, kata: said }), say(TULISAN.forge.cabang_cara))
    // GitHub and GitLab say "not found" of what a token may not do
    if (status === 403 || status === 404) return refused(say(TULISAN.forge.tak_berhak, { repo: this.repo, kata: said }), tokenHelp({ jenis: this.jenis, alamat: this.origin })[1], { token: true })
    if ([400, 409, 422].includes(status)) return refused(say(TULISAN.forge.menolak, { forge: name, kata: said || say(TULISAN.forge.tabrakan) }), say(TULISAN.forge.menolak_cara))
    return refused(say(TULISAN.forge.masalah, { forge: name, cara: method, kode: status, kata: said }), say(TULISAN.forge.masalah_cara))
  }

  /** What is there, or that a token does not see the repository. */
  seen(repo) {
    if (!repo) throw refused(say(TULISAN.forge.tak_terlihat, { repo: this.repo }), tokenHelp({ jenis: this.jenis, alamat: this.origin })[1], { token: true })
    return repo
  }

  /** The name of a person's branch: in one's own copy nobody else's can be in the way. */
  branch(name) {
    return this.writes ? `usul/${this.me}/${name}` : `usul/${name}`
  }

  /** Those of the files that are otherwise there, each with what is there now. */
  async differing(files) {
    const found = []
    for (const one of files) {
      const now = await (this.open ? this.readOpen(one.path) : this.readBase(one.path))
      if (now?.text !== one.text) found.push({ ...one, now })
    }
    if (!found.length && !this.open) throw refused(say(TULISAN.forge.sama, { forge: this.name }), say(TULISAN.forge.sama_cara))
    return found
  }

  /** Where the base is read for writing; a forge that writes into another place than it is read from says so. */
  readBase(path) {
    return this.read(path)
  }

  /** Wait until a copy of the repository can be written to. */
  async ready(look) {
    for (let i = 0; i < TRIES; i++) {
      const found = await look()
      if (found) return found
      await pause()
    }
    throw refused(say(TULISAN.forge.salinan), say(TULISAN.forge.salinan_cara))
  }

  /** Read all pages of a list, as long as there are any. */
  async *pages(path) {
    const join = path.includes("?") ? "&" : "?"
    for (let page = 1; page <= TRIES; page++) {
      const some = await this.ask("GET", `${path}${join}page=${page}`) ?? []
      if (!some.length) return
      yield* some
    }
  }
}
