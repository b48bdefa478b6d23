/*
 * What all kinds of forges share: how they are asked, and what is said when they refuse.
 */

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
    github: [`${origin}/settings/personal-access-tokens/new`, "Fine-grained token untuk repositori ini dengan izin Contents dan Pull requests: Read and write. Bila Anda bukan anggota repositorinya: token (classic) dengan cakupan public_repo."],
    gitlab: [`${origin}/-/user_settings/personal_access_tokens`, "Token dengan cakupan api."],
    gitea: [`${origin}/user/settings/applications`, "Token dengan izin repository: read and write, dan user: read."]
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
  return at > Date.now() ? `sesudah pukul ${new Date(at + 60_000).toLocaleTimeString("id-ID", { hour: "2-digit", minute: "2-digit" })}` : "beberapa menit kemudian"
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
      throw refused(`${this.name} tidak dapat dihubungi.`, "Periksa sambungan internet, lalu kirim lagi: yang sudah sampai diteruskan, bukan dibuat dua kali. Draf Anda tetap tersimpan; berkas usul dapat dikirim tanpa sambungan.")
    }
    if (answer.status === 404 && method === "GET") return null
    if (!answer.ok) throw await this.reason(answer, method)
    const text = await answer.text().catch(() => {
      throw refused(`Sambungan ke ${this.name} terputus.`, "Kirim lagi: yang sudah sampai diteruskan, bukan dibuat dua kali.")
    })
    try {
      return text ? JSON.parse(text) : {}
    } catch {
      throw refused(`Yang menjawab bukan ${this.name}.`, "Mungkin jaringan ini meminta masuk lebih dahulu. Buka halaman lain di internet, lalu coba lagi.")
    }
  }

  async reason(answer, method) {
    const { name } = this
    const said = await answer.json().then(one => words(one).replace(/\s+/g, " ").slice(0, 200), () => "")
    const { status, headers } = answer
    const blocked = [400, 403, 409, 422].includes(status) && PROTECTED.test(said)
    const limited = status === 429 || (status === 403 && (headers.get("retry-after") || headers.get("x-ratelimit-remaining") === "0" || /rate limit/i.test(said)))
    if (status === 401) return refused(`${name} tidak menerima token itu.`, "Salin lagi tokennya, atau buat yang baru.", { token: true })
    if (limited) return refused(`${name} meminta menunggu: terlalu banyak permintaan.`, `Kirim lagi ${later(headers)}. Draf Anda tetap tersimpan.`)
    if (status === 423 || /archived/i.test(said)) return refused(`Repositori ${this.repo} diarsipkan: tidak menerima usulan.`, "Tanyakan kepada pengelola buku, atau kirim berkas usul.")
    if (blocked) return refused(`${name} melindungi cabang itu. ${said}`, "Mintalah pengelola buku mengizinkan cabang usul/**, atau kirim berkas usul.")
    // GitHub and GitLab say "not found" of what a token may not do
    if (status === 403 || status === 404) return refused(`Token itu tidak berhak mengusulkan ke ${this.repo}. ${said}`, tokenHelp({ jenis: this.jenis, alamat: this.origin })[1], { token: true })
    if ([400, 409, 422].includes(status)) return refused(`${name} menolak: ${said || "ada yang bertabrakan"}`, "Mungkin ada yang mengubahnya bersamaan. Kirim sekali lagi.")
    return refused(`${name} sedang bermasalah (${method} dijawab ${status}). ${said}`, "Coba lagi beberapa menit kemudian, atau kirim berkas usul.")
  }

  /** What is there, or that a token does not see the repository. */
  seen(repo) {
    if (!repo) throw refused(`Repositori ${this.repo} tidak terlihat dengan token itu.`, tokenHelp({ jenis: this.jenis, alamat: this.origin })[1], { token: true })
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
    if (!found.length && !this.open) throw refused(`Tulisan ini sudah sama dengan yang ada di ${this.name}.`, "Tidak ada yang perlu diusulkan.")
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
    throw refused("Salinan repositori belum siap.", "Coba lagi beberapa menit kemudian.")
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
