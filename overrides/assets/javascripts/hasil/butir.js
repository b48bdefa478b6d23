/* One result: where it leads, whose it is, and the words that were found. */
import { write } from "../tulisan.js"
import { element, marked } from "./bangun.js"
import { address } from "./instansi.js"
import { SPLIT } from "./kelompok.js"

const STATUS = {
  draf: TULISAN.status.draf, akan: TULISAN.status.akan, digantikan: TULISAN.status.digantikan, dicabut: TULISAN.status.dicabut
}

/** Where a result leads, with the words that its page is to mark. */
function href(ref, words) {
  const url = new URL(address(ref))
  if (words?.length) url.searchParams.set("h", words.join(" "))
  return url.href
}

const text = html => {
  const holder = document.createElement("template")
  holder.innerHTML = html
  return holder.content.textContent
}

/** The parts of a title "name – office", the second one empty where there is none. */
function split(html) {
  const at = html.lastIndexOf(" – ")
  return at < 0 ? [html, ""] : [html.slice(0, at), html.slice(at + 3)]
}

function badge(page) {
  const label = STATUS[page.status]
  return label ? element("span", { class: `sop-status sop-status--${page.status}` }, write(label)) : undefined
}

/**
 * A result as a list item: what is called by its own name first, an SOP or a document, then the place there. `own` is the id of
 * the reader's own office.
 */
export function item({ page, parts }, own) {
  const [first] = parts
  const title = page.judul_bertanda ?? page.judul
  const mark = badge(page)
  const [name, told] = split(title)
  const office = mark ? told.replace(/ \([^()]*\)$/, "") : told
  const section = first && first.alamat !== page.alamat
  const link = element("a", { class: "sop-butir__tautan", href: href(first?.alamat ?? page.alamat, page.tanda) })
  const alone = section && SPLIT.has(page.kelompok)
  link.append(marked("span", { class: "sop-butir__judul" }, alone ? first.judul : name))
  const mine = page.instansi && page.instansi === own
  const where = element("span", { class: "sop-butir__tempat" })
  if (section) where.append(marked("span", {}, [alone ? name : first.judul, office].filter(Boolean).join(" – ")), " ")
  else if (office) where.append(marked("bdi", {}, office), " ")
  if (mine) where.append(element("span", { class: "sop-butir__saya" }, write(TULISAN.kantor.saya)), " ")
  if (mark) where.append(mark)
  if (where.childNodes.length) link.append(" ", where)
  const teaser = first?.potongan && (section || page.kelompok !== "sop") ? marked("div", { class: "sop-butir__isi" }, first.potongan) : undefined
  const steps = parts.slice(1)
  return element("li", { class: "sop-butir", "data-instansi": page.instansi || undefined }, link, teaser, steps.length ? below(steps, page) : undefined)
}

/** Further places on the page that answer as well. */
function below(steps, page) {
  const list = element("ul", { class: "sop-butir__langkah" })
  for (const step of steps) {
    const link = element("a", { href: href(step.alamat, page.tanda) })
    link.append(marked("span", {}, step.judul))
    const said = text((step.potongan ?? "").replace(/<\/p>\s*<p>/g, " · ")).replace(/^[\s:·–-]+/, "").replace(/\s+/g, " ").trim()
    if (said) link.append(`: ${said.length > 110 ? `${said.slice(0, 110).replace(/\s+\S*$/, "")}…` : said}`)
    list.append(element("li", {}, link))
  }
  return list
}
