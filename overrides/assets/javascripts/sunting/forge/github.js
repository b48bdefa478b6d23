import { decode, Forge, quoted, refused } from "./dasar.js"
import { write as say } from "../../tulisan.js"

/** GitHub: a commit is made of objects and then named, so that a branch never stands half written. */
export class GitHub extends Forge {
  get api() {
    return this.origin === "https://github.com" ? "https://api.github.com" : `${this.origin}/api/v3`
  }

  get headers() {
    return { Accept: "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28", Authorization: `Bearer ${this.token}` }
  }

  async begin() {
    this.me = (await this.ask("GET", "/user"))?.login
    const repo = this.seen(await this.ask("GET", `/repos/${this.repo}`))
    this.repo = repo.full_name // a renamed one answers by its old name, but takes nothing by it
    this.writes = Boolean(repo.permissions?.push)
    this.alone = repo.default_branch === this.base
    if (!this.writes && this.token.startsWith("github_pat_") && repo.owner?.login !== this.me) {
      throw refused(say(TULISAN.forge.halus, { repo: this.repo }), say(TULISAN.forge.halus_cara), { token: true })
    }
    const ref = await this.ask("GET", `/repos/${this.repo}/git/ref/heads/${quoted(this.base)}`)
    if (!ref) throw refused(say(TULISAN.forge.tanpa_cabang, { cabang: this.base, repo: this.repo }), say(TULISAN.forge.tanpa_cabang_cara))
    this.sha = ref.object.sha
  }

  async read(path, where = this.repo, ref = this.sha) {
    const found = await this.ask("GET", `/repos/${where}/contents/${quoted(path)}?ref=${encodeURIComponent(ref)}`)
    if (!found) return null
    // of more than a megabyte only the name comes
    const full = found.encoding === "base64" ? found : await this.ask("GET", `/repos/${where}/git/blobs/${found.sha}`)
    return { text: decode(full?.content ?? "") }
  }

  async find(branch) {
    const owner = this.writes ? this.repo.split("/")[0] : this.me
    const head = `${owner}:${this.branch(branch)}`
    const [found] = await this.ask("GET", `/repos/${this.repo}/pulls?state=open&head=${encodeURIComponent(head)}`) ?? []
    if (found?.head.repo) {
      this.open = { address: found.html_url, body: found.body ?? "", number: found.number, where: found.head.repo.full_name, sha: found.head.sha }
    }
    return this.open
  }

  readOpen(path) {
    return this.read(path, this.open.where, this.open.sha)
  }

  async propose({ files, title, body, branch }) {
    const name = this.branch(branch)
    const changed = await this.differing(files)
    const target = this.open?.where ?? (this.writes ? this.repo : await this.fork())
    const ref = `/repos/${target}/git/refs`
    if (changed.length) {
      const sha = await this.commit(target, this.open?.sha ?? this.sha, changed, title)
      const there = this.open || await this.ask("GET", `/repos/${target}/git/ref/heads/${quoted(name)}`)
      if (there) await this.ask("PATCH", `${ref}/heads/${quoted(name)}`, { sha, force: !this.open })
      else await this.ask("POST", ref, { ref: `refs/heads/${name}`, sha })
    }
    if (this.open) {
      await this.ask("PATCH", `/repos/${this.repo}/pulls/${this.open.number}`, { body })
      return { address: this.open.address, again: true }
    }
    const made = await this.ask("POST", `/repos/${this.repo}/pulls`, { title, body, head: `${target.split("/")[0]}:${name}`, base: this.base })
    return { address: made.html_url, again: false }
  }

  async commit(target, parent, files, message) {
    const before = await this.ask("GET", `/repos/${target}/git/commits/${parent}`)
    if (!before) throw refused(say(TULISAN.forge.tertinggal, { salinan: target, repo: this.repo }), say(TULISAN.forge.tertinggal_cara))
    const tree = await this.ask("POST", `/repos/${target}/git/trees`, {
      base_tree: before.tree.sha, tree: files.map(({ path, text }) => ({ path, mode: "100644", type: "blob", content: text }))
    })
    return (await this.ask("POST", `/repos/${target}/git/commits`, { message, tree: tree.sha, parents: [parent] })).sha
  }

  async fork() {
    const { full_name: name } = await this.ask("POST", `/repos/${this.repo}/forks`, { default_branch_only: this.alone })
    await this.ready(() => this.ask("GET", `/repos/${name}/git/ref/heads/${quoted(this.base)}`))
    await this.ask("POST", `/repos/${name}/merge-upstream`, { branch: this.base }).catch(() => {}) // told by `commit`, where it matters
    return name
  }
}
