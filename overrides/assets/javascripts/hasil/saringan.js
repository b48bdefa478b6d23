/* Above the results: whose they should be, of which kind, and whether only those in force. */
import { write } from "../tulisan.js"
import { button, element } from "./bangun.js"
import { choose, chosen } from "./instansi.js"
import { nameOf } from "./kelompok.js"

/** "Instansi saya", as a choice among all offices. */
export function officeChoice(offices, id) {
  const select = element("select", { id, class: "sop-hasil__instansi" }, element("option", { value: "" }, write(TULISAN.kantor.belum)))
  for (const office of [...offices].sort((a, b) => a.nama.localeCompare(b.nama, "id")))
    select.append(element("option", { value: office.id }, office.nama))
  select.value = chosen()?.id ?? ""
  select.addEventListener("change", () => {
    const office = offices.find(one => one.id === select.value)
    choose(office && { id: office.id, nama: office.nama })
  })
  return element("span", { class: "sop-hasil__pilih" }, element("label", { for: id }, write(TULISAN.kantor.label)), " ", select)
}

/**
 * Buttons that leave only one group, or only some SOPs; `filter` is what holds now.
 *
 * `change` takes what makes of the filter that holds then the one that is to hold: who clicks twice before there is an
 * answer has chosen twice.
 */
export function filterButtons(counts, filter, change) {
  const group = element("div", { class: "sop-hasil__saring", role: "group", "aria-label": write(TULISAN.cari.saring), tabindex: "0" })
  const toggle = (label, on, next, kind) => group.append(button(label, () => change(next, kind), { "aria-pressed": `${on}`, "data-saring": kind }))
  const total = Object.values(counts).reduce((sum, number) => sum + number, 0)
  const kinds = Object.keys(counts).filter(kind => counts[kind])
  if (kinds.length > 1 || filter.kelompok) {
    toggle(write(TULISAN.cari.semua, { banyak: total }), !filter.kelompok, now => ({ ...now, kelompok: undefined }), "semua")
    for (const kind of kinds)
      toggle(write(TULISAN.cari.satu_jenis, { jenis: nameOf(kind), banyak: counts[kind] }), filter.kelompok === kind, now => ({ ...now, kelompok: now.kelompok === kind ? undefined : kind }), kind)
  }
  const mine = chosen()
  if (mine) toggle(write(TULISAN.cari.hanya_saya), !!filter.instansi, now => ({ ...now, instansi: now.instansi ? undefined : mine.id }), "instansi")
  toggle(write(TULISAN.cari.hanya_berlaku), !!filter.berlaku, now => ({ ...now, berlaku: !now.berlaku }), "berlaku")
  return group
}
