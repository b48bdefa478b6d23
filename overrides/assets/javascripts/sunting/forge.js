/*
 * Proposals on a forge: a branch, one commit in the person's own name, and a request to take it in. An open proposal of
 * the same person about the same SOP is continued. Only the forge that the handbook names is asked.
 *
 * An opened forge has `read(path)`, `find(branch)` (the open proposal, or null), `readOpen(path)` and
 * `propose({files, title, body, branch})`.
 */
import { NAMES, tokenHelp } from "./forge/dasar.js"
import { GitHub } from "./forge/github.js"
import { Gitea } from "./forge/gitea.js"
import { GitLab } from "./forge/gitlab.js"

const KINDS = { github: GitHub, gitlab: GitLab, gitea: Gitea }

export { tokenHelp }

/** Name a kind of forge to people. */
export const forgeName = ({ jenis }) => NAMES[jenis]

/** The forge of the handbook, opened with {token, oauth}. Rejects with what to tell people. */
export async function openForge(forge, sign) {
  const made = new KINDS[forge.jenis](forge, sign)
  await made.begin()
  return made
}
