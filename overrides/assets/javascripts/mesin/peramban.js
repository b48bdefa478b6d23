/* The engine where the browser is it: Python in a worker of its own, which is started again if it ever ends. */

import { PERINTAH } from "./peladen.js"
import { lacking, why } from "./sebab.js"
import { write as say } from "../tulisan.js"

const TUNGGU = 120_000
const LIST = "daftar"
const SOP = /^[a-z0-9-]+\/[a-z0-9-]+$/
const MATI = {
  jenis: "mesin",
  pesan: say(TULISAN.mesin.berhenti),
  cara: say(TULISAN.mesin.berhenti_cara),
}

export function peramban(root) {
  const { akar, paket, buku, awal } = root.dataset
  const address = path => new URL(akar + path, document.baseURI).href
  const asked = new Map()
  const mesin = { cara: "peramban", perintah: PERINTAH, menulis: false, kemajuan: null, sampai: null, menunggu: true, versi: paket, hari: today() }
  let worker, ended = false, ready = false, number = 0

  const end = galat => {
    worker?.terminate()
    ended = Boolean(worker)
    worker = undefined
    ready = false
    for (const { reject } of asked.values()) reject(galat)
    asked.clear()
  }

  const start = () => new Promise((resolve, reject) => {
    const fail = sebab => {
      const galat = mesin.gagal = why(String(sebab))
      console.warn(`Mesin penyunting: ${galat.sebab}`)
      end(galat)
      reject(galat)
    }
    ended = false
    if (lacking()) return fail("")
    try {
      worker = new Worker(address(`${paket}pekerja.mjs`), { type: "module", name: "mesin-buku-sop" })
    } catch (error) {
      return fail(error?.message ?? error)
    }
    const late = setTimeout(fail, TUNGGU, "terlalu lama")
    worker.onerror = event => { clearTimeout(late); fail(event.message || "berkasnya tidak termuat") }
    worker.onmessage = ({ data }) => {
      if (data.kemajuan) {
        mesin.sampai = data.kemajuan
        mesin.kemajuan?.(mesin.sampai)
      } else if (data.siap) { clearTimeout(late); worker.onerror = () => end(MATI); ready = true; Object.assign(mesin, { menunggu: false, dari: data.siap }); resolve() }
      else if (data.gagal) { clearTimeout(late); fail(data.gagal) }
      else {
        const { resolve: give, reject: refuse } = asked.get(data.id) ?? {}
        asked.delete(data.id)
        if (data.galat) refuse?.(data.galat)
        else give?.(data.hasil)
      }
    }
    worker.postMessage({ mulai: { data: address(buku), hari: mesin.hari = today(), sop: new URLSearchParams(location.search).get("sop") } })
  })

  const brought = new Map(window.sopAwal ? [window.sopAwal] : []) // of the page's head, which asks first
  const bring = name => {
    if (!brought.has(name)) brought.set(name, fetch(address(`${awal}${name}.json`)).then(one => (one.ok ? one.json() : null)).catch(() => null))
    return brought.get(name)
  }
  /** What the site shows of a published SOP until this engine is there; null where it does not. */
  mesin.awal = sop => (SOP.test(sop) ? bring(sop) : Promise.resolve(null))
  /** What can be opened: of what is published, the site itself knows it. */
  const list = async () => {
    const answer = ready ? null : await bring(LIST)
    if (answer) wanted()
    return answer
  }
  let wanted
  mesin.siap = new Promise(resolve => { wanted = resolve }).then(painted).then(start)
  mesin.siap.catch(() => {}) // whoever asks is told
  mesin.panggil = async (perintah, isi = {}) => {
    const known = perintah === LIST && await list()
    if (known) return known
    if (mesin.gagal) throw mesin.gagal // what never started is begun again with the page
    wanted()
    if (ended) mesin.siap = start()
    if (!ready) await mesin.siap // else the engine works while the page goes on
    return new Promise((resolve, reject) => {
      const id = ++number
      asked.set(id, { resolve, reject })
      worker.postMessage({ id, perintah, isi })
    })
  }
  return mesin
}

/**
 * Until browsers have shown what stands there by now: the engine takes all that a device has, and so begins when somebody
 * asks it something, and sees what needs no engine. A window that nobody sees is not waited for.
 */
const painted = () => new Promise(resolve => {
  requestAnimationFrame(() => setTimeout(resolve))
  setTimeout(resolve, 1000)
})

/** The day here, as the checks judge reviews by it. */
function today() {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(n => String(n).padStart(2, "0")).join("-")
}
