/* SOPs of other handbooks, below all results of one's own. */
import { write } from "../tulisan.js"
import { element } from "./bangun.js"

/** Handbooks that are named at most. */
const NAMED = 3

const day = text => new Date(`${text}T00:00:00Z`).toLocaleDateString("id", { dateStyle: "long", timeZone: "UTC" })

/** Names, the first of them only where they are many. */
function names(books) {
  const first = books.slice(0, NAMED).map(({ buku }) => buku).join(", ")
  const left = books.length - NAMED
  return left > 0 ? write(TULISAN.luar.dan_lain, { buku: first, banyak: left }) : first
}

/** Which handbooks were asked, and which of them are known by their copies only. */
function news(kabar) {
  const asked = kabar.filter(({ situs }) => situs)
  const copies = kabar.filter(({ situs }) => !situs)
  const since = copies.map(({ diambil }) => diambil).filter(Boolean).sort()[0]
  return [
    asked.length && write(TULISAN.luar.langsung, { buku: names(asked) }),
    copies.length && write(
      since ? TULISAN.luar.salinan_hari : TULISAN.luar.salinan, { buku: names(copies), hari: since && day(since) }
    )
  ].filter(Boolean).join(" ")
}

/** Put a group in the place of an older one, and leave the focus where it was. */
export function replaceQuietly(old, group) {
  const href = old.contains(document.activeElement) && document.activeElement.href
  old.replaceWith(group)
  if (href && group) [...group.querySelectorAll("a")].find(link => link.href === href)?.focus()
}

/** A group of them, with how many there are in all. */
export function elsewhere({ jumlah, sop, kabar = [] }, id) {
  const title = element("p", { class: "sop-hasil__nama", id }, write(TULISAN.luar.judul), " ", element("span", {}, `${jumlah}`))
  const list = element("ul", { "aria-labelledby": id }, ...sop.map(one))
  const left = jumlah - sop.length
  const more = left > 0
    ? element("p", { class: "sop-catatan" }, write(TULISAN.luar.lagi, { banyak: left }))
    : undefined
  const asked = kabar.length ? element("p", { class: "sop-catatan" }, element("bdi", {}, news(kabar))) : undefined
  return element("div", { class: "sop-hasil__kelompok", "data-kelompok": "buku-lain" }, title, list, more, asked)
}

function one({ nama, instansi, buku, alamat }) {
  const link = alamat
    ? element("a", { class: "sop-butir__tautan", href: alamat, rel: "external noopener" })
    : element("span", { class: "sop-butir__tautan" })
  const owner = buku === instansi ? instansi : `${instansi} · ${buku}`
  link.append(
    element("span", { class: "sop-butir__judul" }, nama), " ",
    element("span", { class: "sop-butir__tempat" }, element("bdi", {}, owner))
  )
  return element("li", { class: "sop-butir" }, link)
}
