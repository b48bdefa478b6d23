// Loads the page again when the server has a newer state of the handbook; a hidden tab waits until it is looked at.
// All tabs share one connection through a shared worker, since a browser opens only six to one server.
(() => {
  const script = document.currentScript;
  const mine = script.dataset.keadaan;
  let newest = mine;

  const look = () => {
    if (newest === mine || document.visibilityState !== "visible") return;
    // What is being edited is never taken away: the page for that is told, and decides by itself
    if (document.getElementById("sunting")) document.dispatchEvent(new CustomEvent("sop-berubah", { detail: newest }));
    else location.reload();
  };
  const hear = (state) => {
    newest = state;
    look();
  };
  document.addEventListener("visibilitychange", look);

  const address = (name) => new URL(name, script.src).href;
  const alone = () => {
    new EventSource(address("kabar")).onmessage = (event) => hear(event.data);
  };
  if (!window.SharedWorker) {
    alone();
    return;
  }
  try {
    const worker = new SharedWorker(address("segarkan-bersama.js"), "sajikan");
    worker.onerror = alone;
    worker.port.onmessage = (event) => hear(event.data);
    worker.port.start();
  } catch {
    alone();
  }
})();
