/*
 * Proposals on a forge: a branch, one commit in the person's own name, and a request to take it in. An open proposal of
 * the same person about the same SOP is continued. Only the forge that the handbook names is asked, with a token that is
 * kept for as long as the page is open.
 */

const NAMES = { github: "GitHub", gitlab: "GitLab", gitea: "Forgejo/Gitea" }
/** Milliseconds between two looks whether a copy (fork) has been made, and how often one looks. */
const WAIT = 1500
const TRIES = 20

const refused = (pesan, cara) => Object.assign(new Error(pesan), { pesan, cara })
const quoted = path => path.split("/").map(encodeURIComponent).join("/")
const encode = text => btoa(String.fromCharCode(...new TextEncoder().encode(text)))
const decode = text => new TextDecoder().decode(Uint8Array.from(atob(text.replace(/\s/g, "")), letter => letter.charCodeAt(0)))
const pause = () => new Promise(resolve => setTimeout(resolve, WAIT))

/** Where a token is made, and what it must be allowed to do. */
export function tokenHelp({ jenis, alamat }) {
  const { origin } = new URL(alamat)
  return {
    github: [`${origin}/settings/personal-access-tokens/new`, "Fine-grained token untuk repositori ini dengan izin Contents dan Pull requests: Read and write."],
    gitlab: [`${origin}/-/user_settings/personal_access_tokens`, "Token dengan cakupan api."],
    gitea: [`${origin}/user/settings/applications`, "Token dengan izin repository: read and write, dan user: read."]
  }[jenis]
}

class Forge {
  /** `forge` is {jenis, alamat, cabang} of the handbook: kind, address of the repository's page, and branch. */
  constructor({ jenis, alamat, cabang }, token) {
    const { origin, pathname } = new URL(alamat)
    Object.assign(this, { jenis, origin, token, repo: decodeURIComponent(pathname.replace(/^\/|\/$/g, "")), base: decodeURIComponent(cabang || "main") })
  }

  /** Ask the forge; null where nothing is there. Rejects with what to tell people. */
  async ask(method, path, body, { raw = false } = {}) {
    let answer
    try {
      answer = await fetch(`${this.api}${path}`, {
        method, headers: { ...this.headers, ...(body ? { "Content-Type": "application/json" } : {}) },
        body: body && JSON.stringify(body), credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store"
      })
    } catch {
      throw refused(`${NAMES[this.jenis]} tidak dapat dihubungi.`, "Periksa sambungan internet. Draf Anda tetap tersimpan; berkas usul dapat dikirim tanpa sambungan.")
    }
    if (answer.ok) return raw ? answer.text() : answer.json()
    if (answer.status === 404 && method === "GET") return null
    throw await this.reason(answer)
  }

  async reason(answer) {
    const name = NAMES[this.jenis]
    const said = await answer.json().then(one => String(one.message ?? one.error ?? "").slice(0, 200), () => "")
    const later = answer.headers.get("retry-after") || (answer.headers.get("x-ratelimit-remaining") === "0" && "nanti")
    if (answer.status === 401) return Object.assign(refused(`${name} tidak menerima token itu.`, "Salin lagi tokennya, atau buat yang baru."), { token: true })
    if (answer.status === 429 || later) return refused(`${name} meminta menunggu: terlalu banyak permintaan.`, "Coba lagi beberapa menit kemudian. Draf Anda tetap tersimpan.")
    if (answer.status === 403) return Object.assign(refused(`Token itu tidak berhak mengusulkan ke ${this.repo}.`, `${tokenHelp({ jenis: this.jenis, alamat: this.origin })[1]} ${said}`), { token: true })
    if (answer.status === 409 || answer.status === 422) return refused(`${name} menolak: ${said || "ada yang bertabrakan"}.`, "Ada yang mengubahnya bersamaan. Kirim sekali lagi.")
    return refused(`${name} menjawab ${answer.status}. ${said}`, "Coba lagi, atau kirim berkas usul.")
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
}

class GitHub extends Forge {
  get api() {
    return this.origin === "https://github.com" ? "https://api.github.com" : `${this.origin}/api/v3`
  }

  get headers() {
    return { Accept: "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28", Authorization: `Bearer ${this.token}` }
  }

  async open() {
    this.me = (await this.ask("GET", "/user"))?.login
    const repo = await this.ask("GET", `/repos/${this.repo}`)
    if (!repo) throw refused(`Repositori ${this.repo} tidak terlihat dengan token itu.`, tokenHelp({ jenis: this.jenis, alamat: this.origin })[1])
    this.writes = Boolean(repo.permissions?.push)
  }

  async read(path, where = this.repo, ref = this.base) {
    const found = await this.ask("GET", `/repos/${where}/contents/${quoted(path)}?ref=${encodeURIComponent(ref)}`)
    return found && { text: decode(found.content ?? ""), sha: found.sha }
  }

  async propose({ files, title, body, branch }) {
    const name = this.writes ? `usul/${this.me}/${branch}` : `usul/${branch}`
    const target = this.writes ? this.repo : await this.fork()
    const { object } = await this.ask("GET", `/repos/${this.repo}/git/ref/heads/${quoted(this.base)}`)
    const [open] = await this.ask("GET", `/repos/${this.repo}/pulls?state=open&head=${encodeURIComponent(`${target.split("/")[0]}:${name}`)}`) ?? []
    const there = await this.ask("GET", `/repos/${target}/git/ref/heads/${quoted(name)}`)
    if (!there) await this.ask("POST", `/repos/${target}/git/refs`, { ref: `refs/heads/${name}`, sha: object.sha })
    else if (!open) await this.ask("PATCH", `/repos/${target}/git/refs/heads/${quoted(name)}`, { sha: object.sha, force: true })
    for (const { path, text } of files) {
      const now = await this.read(path, target, name)
      if (now?.text !== text) await this.ask("PUT", `/repos/${target}/contents/${quoted(path)}`, { message: title, content: encode(text), sha: now?.sha, branch: name })
    }
    const made = open ?? await this.ask("POST", `/repos/${this.repo}/pulls`, { title, body, head: `${target.split("/")[0]}:${name}`, base: this.base })
    return { address: made.html_url, again: Boolean(open) }
  }

  async fork() {
    const { full_name: name } = await this.ask("POST", `/repos/${this.repo}/forks`, { default_branch_only: true })
    await this.ready(() => this.ask("GET", `/repos/${name}/git/ref/heads/${quoted(this.base)}`))
    await this.ask("POST", `/repos/${name}/merge-upstream`, { branch: this.base })
    return name
  }
}

class GitLab extends Forge {
  get api() {
    return `${this.origin}/api/v4`
  }

  get headers() {
    return { "PRIVATE-TOKEN": this.token }
  }

  async open() {
    this.me = (await this.ask("GET", "/user"))?.username
    const project = await this.ask("GET", `/projects/${encodeURIComponent(this.repo)}`)
    if (!project) throw refused(`Repositori ${this.repo} tidak terlihat dengan token itu.`, tokenHelp({ jenis: this.jenis, alamat: this.origin })[1])
    this.project = project.id
    const rights = project.permissions ?? {}
    this.writes = Math.max(rights.project_access?.access_level ?? 0, rights.group_access?.access_level ?? 0) >= 30
  }

  async read(path, where = this.project, ref = this.base) {
    const text = await this.ask("GET", `/projects/${where}/repository/files/${encodeURIComponent(path)}/raw?ref=${encodeURIComponent(ref)}`, null, { raw: true })
    return text === null ? null : { text }
  }

  async propose({ files, title, body, branch }) {
    const name = this.writes ? `usul/${this.me}/${branch}` : `usul/${branch}`
    const target = this.writes ? this.project : await this.fork()
    const all = await this.ask("GET", `/projects/${this.project}/merge_requests?state=opened&source_branch=${encodeURIComponent(name)}&author_username=${encodeURIComponent(this.me)}`) ?? []
    const open = all.find(one => one.source_project_id === target)
    const ref = open ? name : this.base
    const actions = []
    for (const { path, text } of files) {
      const now = await this.read(path, open ? target : this.project, ref)
      if (now?.text !== text) actions.push({ action: now ? "update" : "create", file_path: path, content: text })
    }
    if (actions.length) {
      await this.ask("POST", `/projects/${target}/repository/commits`, {
        branch: name, commit_message: title, actions,
        ...(open ? {} : { start_branch: this.base, start_project: this.project, force: true })
      })
    }
    const made = open ?? await this.ask("POST", `/projects/${target}/merge_requests`, {
      source_branch: name, target_branch: this.base, target_project_id: this.project, title, description: body, remove_source_branch: true
    })
    return { address: made.web_url, again: Boolean(open) }
  }

  async fork() {
    const mine = await this.ask("GET", `/projects/${this.project}/forks?owned=true`)
    const fork = mine?.[0] ?? await this.ask("POST", `/projects/${this.project}/fork`, {})
    await this.ready(async () => {
      const now = await this.ask("GET", `/projects/${fork.id}`)
      return ["finished", "none", undefined].includes(now?.import_status) && now
    })
    return fork.id
  }
}

class Gitea extends Forge {
  get api() {
    return `${this.origin}/api/v1`
  }

  get headers() {
    return { Accept: "application/json", Authorization: `token ${this.token}` }
  }

  async open() {
    this.me = (await this.ask("GET", "/user"))?.login
    const repo = await this.ask("GET", `/repos/${quoted(this.repo)}`)
    if (!repo) throw refused(`Repositori ${this.repo} tidak terlihat dengan token itu.`, tokenHelp({ jenis: this.jenis, alamat: this.origin })[1])
    this.writes = Boolean(repo.permissions?.push)
  }

  async read(path, where = this.repo, ref = this.base) {
    const found = await this.ask("GET", `/repos/${quoted(where)}/contents/${quoted(path)}?ref=${encodeURIComponent(ref)}`)
    return found && { text: decode(found.content ?? ""), sha: found.sha }
  }

  async propose({ files, title, body, branch }) {
    const name = this.writes ? `usul/${this.me}/${branch}` : `usul/${branch}`
    const target = this.writes ? this.repo : await this.fork()
    const owner = target.split("/")[0]
    const all = await this.ask("GET", `/repos/${quoted(this.repo)}/pulls?state=open&limit=50`) ?? []
    const open = all.find(one => one.head?.ref === name && one.head?.repo?.full_name === target)
    const there = await this.ask("GET", `/repos/${quoted(target)}/branches/${quoted(name)}`)
    if (there && !open) await this.ask("DELETE", `/repos/${quoted(target)}/branches/${quoted(name)}`).catch(() => {})
    const where = open ? [target, name] : [target, this.base]
    const changed = []
    for (const { path, text } of files) {
      const now = await this.read(path, ...where)
      if (now?.text !== text) changed.push({ operation: now ? "update" : "create", path, content: encode(text), sha: now?.sha })
    }
    if (changed.length) {
      await this.ask("POST", `/repos/${quoted(target)}/contents`, {
        message: title, files: changed, ...(open ? { branch: name } : { branch: this.base, new_branch: name })
      })
    }
    const made = open ?? await this.ask("POST", `/repos/${quoted(this.repo)}/pulls`, {
      title, body, head: target === this.repo ? name : `${owner}:${name}`, base: this.base
    })
    return { address: made.html_url, again: Boolean(open) }
  }

  async fork() {
    const mine = `${this.me}/${this.repo.split("/")[1]}`
    if (!await this.ask("GET", `/repos/${quoted(mine)}`)) await this.ask("POST", `/repos/${quoted(this.repo)}/forks`, {})
    await this.ready(() => this.ask("GET", `/repos/${quoted(mine)}/branches/${quoted(this.base)}`))
    return mine
  }
}

const KINDS = { github: GitHub, gitlab: GitLab, gitea: Gitea }

/** Name a kind of forge to people. */
export const forgeName = ({ jenis }) => NAMES[jenis]

/** The forge of the handbook, opened with a token. Rejects with what to tell people. */
export async function openForge(forge, token) {
  const made = new KINDS[forge.jenis](forge, token)
  await made.open()
  return made
}
