// The one connection of all tabs: passes on what the server says, and says it again to tabs that come later.
const ports = new Set();
let newest;

const source = new EventSource("kabar");
source.onmessage = (event) => {
  newest = event.data;
  for (const port of ports) port.postMessage(newest);
};

self.onconnect = (event) => {
  const [port] = event.ports;
  ports.add(port);
  if (newest) port.postMessage(newest);
};
