import { decode, encode, Forge, quoted, refused } from "./dasar.js"
import { write as say } from "../../tulisan.js"

/** Gitea and Forgejo: one commit with all files, which is refused where one of them has changed since it was read. */
export class Gitea extends Forge {
  get api() {
    return `${this.origin}/api/v1`
  }

  get headers() {
    return { Accept: "application/json", Authorization: `${this.oauth ? "Bearer" : "token"} ${this.token}` }
  }

  async begin() {
    this.me = (await this.ask("GET", "/user"))?.login
    const repo = this.seen(await this.ask("GET", `/repos/${quoted(this.repo)}`))
    this.repo = repo.full_name // a renamed one answers by its old name
    this.writes = Boolean(repo.permissions?.push)
  }

  async read(path, where = this.repo, ref = this.base) {
    const found = await this.ask("GET", `/repos/${quoted(where)}/contents/${quoted(path)}?ref=${encodeURIComponent(ref)}`)
    if (!found) return null
    if (found.content === null || found.content === undefined || found.encoding === null) throw refused(say(TULISAN.forge.besar, { berkas: path, forge: this.name }), say(TULISAN.forge.besar_cara))
    return { text: decode(found.content), sha: found.sha }
  }

  async find(branch) {
    const name = this.branch(branch)
    const owner = this.writes ? this.repo.split("/")[0] : this.me
    for await (const one of this.pages(`/repos/${quoted(this.repo)}/pulls?state=open&limit=50`)) {
      if (one.head?.ref === name && one.head.repo?.full_name.split("/")[0] === owner) {
        this.open = { address: one.html_url, body: one.body ?? "", number: one.number, where: one.head.repo.full_name, name }
        break
      }
    }
    return this.open
  }

  readOpen(path) {
    return this.read(path, this.open.where, this.open.name)
  }

  /** A new branch begins at that of the repository that is written to. */
  readBase(path) {
    return this.read(path, this.target)
  }

  async propose({ files, title, body, branch }) {
    const name = this.branch(branch)
    this.target = this.open?.where ?? (this.writes ? this.repo : await this.fork())
    const changed = await this.differing(files)
    const there = !this.open && await this.ask("GET", `/repos/${quoted(this.target)}/branches/${quoted(name)}`)
    if (there) await this.ask("DELETE", `/repos/${quoted(this.target)}/branches/${quoted(name)}`)
    if (changed.length) {
      await this.ask("POST", `/repos/${quoted(this.target)}/contents`, {
        message: title, files: changed.map(({ path, text, now }) => ({ operation: now ? "update" : "create", path, content: encode(text), ...(now ? { sha: now.sha } : {}) })),
        ...(this.open ? { branch: name } : { branch: this.base, new_branch: name })
      })
    }
    if (this.open) {
      await this.ask("PATCH", `/repos/${quoted(this.repo)}/pulls/${this.open.number}`, { body })
      return { address: this.open.address, again: true }
    }
    const made = await this.ask("POST", `/repos/${quoted(this.repo)}/pulls`, {
      title, body, head: this.target === this.repo ? name : `${this.target.split("/")[0]}:${name}`, base: this.base
    })
    return { address: made.html_url, again: false }
  }

  async fork() {
    const plain = this.repo.split("/")[1]
    const place = await this.ask("GET", `/repos/${quoted(`${this.me}/${plain}`)}`)
    let mine = place?.parent?.full_name === this.repo ? place.full_name : null
    if (place && !mine) { // another repository of this person has the name
      for await (const one of this.pages(`/repos/${quoted(this.repo)}/forks?limit=50`)) {
        if (one.owner?.login === this.me) mine = one.full_name
      }
    }
    mine ??= (await this.ask("POST", `/repos/${quoted(this.repo)}/forks`, place ? { name: `${plain}-usul` } : {})).full_name
    await this.ready(() => this.ask("GET", `/repos/${quoted(mine)}/branches/${quoted(this.base)}`))
    // those that cannot (Forgejo, before Gitea 1.23) begin at what the copy has
    await this.ask("POST", `/repos/${quoted(mine)}/merge-upstream`, { branch: this.base }).catch(() => {})
    return mine
  }
}
