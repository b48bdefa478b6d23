/*
 * The description of a proposal: the template of the repository with its questions answered, and the difference in words
 * between two marks, so that a continued proposal gets the newest and keeps everything that people wrote around it.
 */

const BEGIN = "<!-- sop-usul: ditulis penyunting -->"
const END = "<!-- /sop-usul -->"
const LONGEST = 60_000
const WHAT = /^\*\*Apa yang diubah\?\*\*.*$/m
const WHY = /^\*\*Mengapa\?\*\*.*$/m

/** Where each kind of forge keeps the template of a proposal. */
export const TEMPLATES = {
  github: [".github/PULL_REQUEST_TEMPLATE.md", ".github/pull_request_template.md"],
  gitlab: [".gitlab/merge_request_templates/Default.md"],
  gitea: [".forgejo/PULL_REQUEST_TEMPLATE.md", ".gitea/PULL_REQUEST_TEMPLATE.md", ".github/PULL_REQUEST_TEMPLATE.md"]
}

/** Words of people as text in Markdown: nobody is called, nothing is run, no mark of ours is ended. */
const plain = text => text.replace(/[\\`*_{}[\]<>#|~]/g, "\\$&").replace(/@/g, "@\u200b")
const marked = difference => `${BEGIN}\n${difference.replaceAll(END, "").slice(0, LONGEST)}\n${END}`

/** Write the description of a new proposal; `template` is the repository's, or empty. */
export function described(template, { catatan, beda }) {
  const what = beda ? marked(beda) : ""
  const why = catatan ? plain(catatan) : ""
  if (WHAT.test(template) && WHY.test(template)) {
    return template.replace(WHAT, line => `${line}\n\n${what}`).replace(WHY, line => `${line}\n\n${why}`)
  }
  return [why && `**Mengapa?**\n\n${why}`, what && `**Apa yang diubah?**\n\n${what}`, template].filter(Boolean).join("\n\n")
}

/** Bring the description of an open proposal up to date. */
export function renewed(old, { catatan, beda }) {
  const [from, to] = [old.indexOf(BEGIN), old.indexOf(END)]
  const why = catatan ? plain(catatan) : ""
  const more = why && !old.includes(why) ? `**Catatan menyusul:** ${why}` : ""
  if (from < 0 || to < from) return [old, more, marked(beda)].filter(Boolean).join("\n\n")
  return `${old.slice(0, from)}${marked(beda)}${more && `\n\n${more}`}${old.slice(to + END.length)}`
}
