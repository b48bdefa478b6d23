/* When nothing was found: words that are spelled nearly so, the lists, and whom to ask. */
import { pieces, write } from "../tulisan.js"
import { button, element } from "./bangun.js"
import { address, chosen } from "./instansi.js"

const LISTS = [
  ["sop/", TULISAN.tiada.semua_sop], ["pelaksana/", TULISAN.tiada.semua_pelaksana], ["dokumen/", TULISAN.tiada.semua_dokumen]
]

/** Offices that are named at most with how they are reached, where the reader has not said which is theirs. */
const ASKED = 3

const row = (label, children) => element("p", {}, `${label} `, ...children.flatMap((child, i) => i ? [" · ", child] : [child]))

/** `ask` searches for something else; `loosen` is given where filters are set, and takes them off. */
export function nothing(query, { near, offices, ask, loosen, index = "" }) {
  const box = element("div", { class: "sop-hasil__kosong" })
  box.append(element("p", {}, ...pieces(TULISAN.tiada.cocok, { kata: element("strong", {}, query) })))
  if (loosen) box.append(element("p", {}, button(write(TULISAN.tiada.tanpa_saringan), loosen, { class: "sop-tombol" })))
  if (near.length) box.append(row(write(TULISAN.tiada.mirip), near.map(word => button(word, () => ask(word), { class: "sop-hasil__kata" }))))
  const words = query.trim().split(/\s+/)
  if (words.length > 1) box.append(element("p", {}, write(TULISAN.tiada.kurangi)))
  box.append(row(write(TULISAN.tiada.daftar), LISTS.map(([ref, label]) => element("a", { href: address(ref + index) }, write(label)))))
  const mine = chosen()
  const asked = offices.filter(office => office.kontak?.length && (!mine || office.id === mine.id))
  if (asked.length <= ASKED) for (const office of asked)
    box.append(row(write(TULISAN.tiada.tanyakan, { instansi: office.nama }), office.kontak.map(([label, href]) => href ? element("a", { href }, label) : element("span", {}, label))))
  if (!asked.length && mine) {
    const office = offices.find(({ id }) => id === mine.id)
    if (office) box.append(row(write(TULISAN.kantor.saya_adalah), [element("a", { href: address(office.alamat) }, office.nama)]))
  }
  const keeper = document.querySelector(".sop-pengelola__jalan") // in the foot of every page
  if (keeper) box.append(element("p", {}, write(asked.length && asked.length <= ASKED ? TULISAN.tiada.atau_pengelola : TULISAN.tiada.pengelola), keeper.cloneNode(true)))
  return box
}
