/* When nothing was found: words that are spelled nearly so, the lists, and whom to ask. */
import { button, element } from "./bangun.js"
import { address, chosen } from "./instansi.js"

const LISTS = [["sop/", "Semua SOP"], ["pelaksana/", "Semua pelaksana"], ["dokumen/", "Semua dokumen"]]

/** Offices that are named at most with how they are reached, where the reader has not said which is theirs. */
const ASKED = 3

const row = (label, children) => element("p", {}, `${label} `, ...children.flatMap((child, i) => i ? [" · ", child] : [child]))

/** `ask` searches for something else; `loosen` is given where filters are set, and takes them off. */
export function nothing(query, { near, offices, ask, loosen, index = "" }) {
  const box = element("div", { class: "sop-hasil__kosong" })
  box.append(element("p", {}, "Tidak ada yang cocok dengan ", element("strong", {}, query), "."))
  if (loosen) box.append(element("p", {}, button("Cari tanpa saringan", loosen, { class: "sop-tombol" })))
  if (near.length) box.append(row("Yang mirip ejaannya:", near.map(word => button(word, () => ask(word), { class: "sop-hasil__kata" }))))
  const words = query.trim().split(/\s+/)
  if (words.length > 1) box.append(element("p", {}, "Coba dengan kata lebih sedikit, atau kata lain untuk hal yang sama."))
  box.append(row("Lihat daftarnya:", LISTS.map(([ref, label]) => element("a", { href: address(ref + index) }, label))))
  const mine = chosen()
  const asked = offices.filter(office => office.kontak?.length && (!mine || office.id === mine.id))
  if (asked.length <= ASKED) for (const office of asked)
    box.append(row(`Tanyakan kepada ${office.nama}:`, office.kontak.map(([label, href]) => href ? element("a", { href }, label) : element("span", {}, label))))
  if (!asked.length && mine) {
    const office = offices.find(({ id }) => id === mine.id)
    if (office) box.append(row("Instansi saya:", [element("a", { href: address(office.alamat) }, office.nama)]))
  }
  const keeper = document.querySelector(".sop-pengelola__jalan") // in the foot of every page
  if (keeper) box.append(element("p", {}, asked.length && asked.length <= ASKED ? "Atau kepada pengelola buku ini:" : "Tanyakan kepada pengelola buku ini:", keeper.cloneNode(true)))
  return box
}
