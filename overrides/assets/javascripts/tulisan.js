/*
 * Words of the interface. Scripts name them as TULISAN.<key>, which the build fills in as "key", a line's end and the text of
 * the catalogue (buku_sop/model/tulisan/); what an office says otherwise stands in its pages: for all of them, and on the editor's
 * page for its scripts, too.
 */

let own

const others = () => own ??= Object.assign({}, ...[...document.querySelectorAll("[id^=__tulisan]")].map(one => JSON.parse(one.textContent)))

/** A text in pieces, with its places filled in by texts, elements, or lists of them. */
export function pieces(word, values = {}) {
  const end = word.indexOf("\n")
  const text = others()[word.slice(0, end)] ?? word.slice(end + 1)
  return text.split(/\{(\w+)\}/).flatMap((part, i) => i % 2 ? values[part] ?? `{${part}}` : part || [])
}

/** A text with its places filled in by texts. */
export const write = (word, values) => pieces(word, values).join("")
