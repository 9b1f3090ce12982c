"use strict";

const REFRESH_MILLIS = 1000;
const byId = (id) => document.getElementById(id);

function element(name, text, className) {
  const created = document.createElement(name);
  if (text !== undefined) created.textContent = text;
  if (className) created.className = className;
  return created;
}

async function json(path, options) {
  const response = await fetch("api/" + path, options);
  if (!response.ok) throw new Error(path + ": " + response.status);
  return response.status === 204 ? null : response.json();
}

// --- the guestbook ---

function entry(value) {
  const item = element("li");
  item.append(element("strong", value.name));
  const time = element("time", new Date(value.at).toLocaleString());
  time.dateTime = value.at;
  item.append(time, element("p", value.text));
  return item;
}

async function showEntries() {
  const entries = await json("entries");
  byId("entries").replaceChildren(...entries.map(entry));
}

byId("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const body = JSON.stringify({ name: byId("name").value, text: byId("text").value });
  try {
    await json("entries", { method: "POST", headers: { "Content-Type": "application/json" }, body });
    byId("text").value = "";
    byId("error").textContent = "";
    await showEntries();
  } catch (error) {
    byId("error").textContent = "Not saved (" + error.message + ").";
  }
});

// --- what Tenure does ---

function bar(connection) {
  const item = element("li");
  const text = element("div", undefined, "text");
  const age = connection.age.toFixed(0) + " s" + (connection.maxAge === undefined ? "" : " of " + connection.maxAge.toFixed(0));
  text.append(
    element("span", "#" + connection.id + " · " + (connection.leased ? "leased" : "idle")),
    element("span", connection.holder, "holder"),
    element("span", age + " · " + connection.uses + (connection.uses === 1 ? " unit" : " units")));
  const track = element("div", undefined, "track");
  const fill = element("div", undefined, connection.leased ? "fill leased" : "fill");
  const part = connection.maxAge ? Math.min(1, connection.age / connection.maxAge) : 1;
  fill.style.width = (100 * part).toFixed(1) + "%";
  track.append(fill);
  item.append(text, track);
  item.dataset.id = connection.id;
  return item;
}

function lease(value) {
  const item = element("li");
  const head = element("div", undefined, "text");
  head.append(
    element("strong", "#" + value.connection + " · " + value.unit),
    element("span", value.held.toFixed(1) + " s", "held"));
  const facts = element("dl");
  const fact = (name, text) => {
    const pair = element("div");
    pair.append(element("dt", name), element("dd", text));
    facts.append(pair);
  };
  fact("injected at", value.injectionPoints.join(", "));
  fact("thread", value.thread + (value.inCall ? ", in a call" : ""));
  const since = new Date(value.heldSince).toLocaleTimeString();
  fact("since", since + (value.transaction ? ", in a transaction" : ""));
  fact("open statements", value.statements);
  item.append(head, facts);
  item.dataset.id = value.connection;
  return item;
}

function closed(connection) {
  const row = element("tr");
  row.append(
    element("td", "#" + connection.id),
    element("td", connection.reason),
    element("td", connection.age.toFixed(1) + " s"),
    element("td", connection.uses));
  return row;
}

function noneClosed() {
  const row = element("tr");
  const cell = element("td", "none yet", "none");
  cell.colSpan = 4;
  row.append(cell);
  return row;
}

function show(now) {
  byId("open").textContent = now.idle + now.leased;
  byId("opened").textContent = now.opened;
  byId("waiting").textContent = now.waiting;
  byId("runs").textContent = now.janitorRuns;
  byId("served").textContent = now.connections.reduce((sum, connection) => sum + connection.uses, 0);
  byId("bars").replaceChildren(...(now.connections.length > 0
    ? now.connections.map(bar)
    : [element("li", "none open: the next request opens one", "none")]));
  byId("leases").replaceChildren(...(now.leases.length > 0
    ? now.leases.map(lease)
    : [element("li", "nobody at this moment", "none")]));
  byId("reasons").replaceChildren(...Object.entries(now.closed).map(([reason, count]) => element("li", reason + " " + count)));
  byId("last").replaceChildren(...(now.last.length > 0 ? now.last.map(closed) : [noneClosed()]));
}

async function refresh() {
  try {
    show(await json("tenure"));
  } catch (error) {
    byId("bars").replaceChildren(element("li", "The server does not answer.", "none"));
  }
}

byId("load").addEventListener("click", async () => {
  byId("load").disabled = true;
  await Promise.allSettled(Array.from({ length: 100 }, () => json("entries")));
  byId("load").disabled = false;
  await refresh();
});

byId("slow").addEventListener("click", () => {
  json("report").then(refresh, refresh);
  refresh();
});

byId("retire").addEventListener("click", async () => {
  await json("tenure/retire", { method: "POST" });
  await refresh();
});

showEntries().catch((error) => { byId("error").textContent = "No entries (" + error.message + ")."; });
refresh();
setInterval(refresh, REFRESH_MILLIS);
