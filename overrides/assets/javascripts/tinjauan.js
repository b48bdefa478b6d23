/*
 * How far away a due day is, counted anew on the day of reading: a page may be months old. Without it, pages
 * say by which day they were worked out. In the words of buku_sop/views/tinjauan/tinjauan.py (tulis_selisih).
 */
"use strict"

import { write } from "./tulisan.js"

{
  const SOON = 30

  /** Today as the calendar of the reader has it, in days and months that can be subtracted. */
  const parts = date => [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  const today = () => {
    const now = new Date()
    return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()))
  }

  /** Whole days from today; negative when the day has passed. */
  const daysUntil = due => Math.round((due - today()) / 864e5)

  function distance(due) {
    const days = daysUntil(due)
    if (!days) return write(TULISAN.tempo.hari_ini)
    const [from, to] = days > 0 ? [today(), due] : [due, today()]
    const [y1, m1, d1] = parts(from)
    const [y2, m2, d2] = parts(to)
    const months = (y2 - y1) * 12 + m2 - m1 - (d2 < d1)
    const words = [[Math.floor(months / 12), TULISAN.tempo.tahun], [months % 12, TULISAN.tempo.bulan]]
      .flatMap(([n, unit]) => n ? [write(unit, { banyak: n })] : [])
    const length = words.join(" ") || write(TULISAN.tempo.hari, { banyak: Math.abs(days) })
    return write(days < 0 ? TULISAN.tempo.terlambat : TULISAN.tempo.lagi, { lama: length })
  }

  function urgency(due) {
    const days = daysUntil(due)
    return days < 0 ? "lewat" : days <= SOON ? "dekat" : "nanti"
  }

  function start() {
    for (const mark of document.querySelectorAll("[data-tempo]")) {
      const due = new Date(`${mark.dataset.tempo}T00:00:00Z`)
      mark.textContent = distance(due)
      mark.className = `sop-tempo sop-tempo--${urgency(due)}`
      const item = mark.closest("[data-tempo-butir]")
      if (item) item.hidden = urgency(due) === "nanti"
    }
    for (const line of document.querySelectorAll("[data-tempo-pita]"))
      line.hidden = !line.querySelector("[data-tempo-butir]:not([hidden])")
    for (const time of document.querySelectorAll("[data-dihitung]")) {
      time.dateTime = today().toISOString().slice(0, 10)
      time.textContent = new Intl.DateTimeFormat("id", { dateStyle: "long", timeZone: "UTC" })
        .format(today())
    }
  }

  start()
  window.document$?.subscribe(start)
}
