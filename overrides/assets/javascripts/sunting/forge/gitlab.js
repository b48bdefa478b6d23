import { decode, Forge, refused } from "./dasar.js"
import { write as say } from "../../tulisan.js"

/** The level of access from which one may write (Developer). */
const WRITES = 30

/** GitLab: one commit with all files, which is refused where one of them has changed since it was read. */
export class GitLab extends Forge {
  get api() {
    return `${this.origin}/api/v4`
  }

  get headers() {
    return { Authorization: `Bearer ${this.token}` }
  }

  async begin() {
    this.me = (await this.ask("GET", "/user"))?.username
    const project = this.seen(await this.ask("GET", `/projects/${encodeURIComponent(this.repo)}`))
    this.project = project.id
    const rights = project.permissions ?? {}
    this.writes = Math.max(rights.project_access?.access_level ?? 0, rights.group_access?.access_level ?? 0) >= WRITES
  }

  async read(path, where = this.project, ref = this.base) {
    const found = await this.ask("GET", `/projects/${where}/repository/files/${encodeURIComponent(path)}?ref=${encodeURIComponent(ref)}`)
    return found && { text: decode(found.content), last: found.last_commit_id }
  }

  async find(branch) {
    const where = this.writes ? this.project : (await this.mine())?.id
    const name = this.branch(branch)
    const all = where && await this.ask("GET", `/projects/${this.project}/merge_requests?state=opened&source_branch=${encodeURIComponent(name)}`)
    const found = (all || []).find(one => one.source_project_id === where)
    if (found) this.open = { address: found.web_url, body: found.description ?? "", number: found.iid, where, name }
    return this.open
  }

  readOpen(path) {
    return this.read(path, this.open.where, this.open.name)
  }

  async propose({ files, title, body, branch }) {
    const name = this.branch(branch)
    const changed = await this.differing(files)
    const target = this.open?.where ?? (this.writes ? this.project : await this.fork())
    if (changed.length) {
      await this.ask("POST", `/projects/${target}/repository/commits`, {
        branch: name, commit_message: title, actions: changed.map(({ path, text, now }) => ({
          action: now ? "update" : "create", file_path: path, content: text, ...(now ? { last_commit_id: now.last } : {})
        })),
        ...(this.open ? {} : { start_branch: this.base, start_project: this.project, force: true })
      })
    }
    if (this.open) {
      await this.ask("PUT", `/projects/${this.project}/merge_requests/${this.open.number}`, { description: body })
      return { address: this.open.address, again: true }
    }
    const made = await this.ask("POST", `/projects/${target}/merge_requests`, {
      source_branch: name, target_branch: this.base, target_project_id: this.project, title, description: body, remove_source_branch: true
    })
    return { address: made.web_url, again: false }
  }

  async mine() {
    this.copy ??= (await this.ask("GET", `/projects/${this.project}/forks?owned=true`))?.[0]
    return this.copy
  }

  async fork() {
    const fork = await this.mine() ?? await this.ask("POST", `/projects/${this.project}/fork`, {})
    await this.ready(async () => {
      const now = await this.ask("GET", `/projects/${fork.id}`)
      if (now?.import_status === "failed") throw refused(say(TULISAN.forge.gagal), say(TULISAN.forge.gagal_cara))
      return ["finished", "none", undefined, null].includes(now?.import_status) && now
    })
    return fork.id
  }
}
