/* SOPs of other handbooks, below all results of one's own. */
import { element } from "./bangun.js"

/** A group of them, with how many there are in all. */
export function elsewhere({ jumlah, sop }, id) {
  const title = element("p", { class: "sop-hasil__nama", id }, "SOP di buku lain", " ", element("span", {}, `${jumlah}`))
  const list = element("ul", { "aria-labelledby": id }, ...sop.map(one))
  const left = jumlah - sop.length
  const more = left > 0
    ? element("p", { class: "sop-catatan" }, `dan ${left} lagi; tambahkan kata agar yang Anda cari tampil di sini.`)
    : undefined
  return element("div", { class: "sop-hasil__kelompok", "data-kelompok": "buku-lain" }, title, list, more)
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
