// Asks one question in every way in which an answer can come in parts, with the client libraries that people use, and puts the parts
// together as the draft says: node parts.mjs URL. The last line says how many ways came to the same as the answer in one.
import { createClient as events } from 'graphql-sse';
import { createClient as socket } from 'graphql-ws';
import WebSocket from 'ws';

const url = process.argv[2];
const query = `{ greet items @stream(initialCount: 3, label: "items") { id ... @defer { title code } }
  ... @defer(label: "posts") { posts { id ...P @defer } } } fragment P on Post { title user { name } }`;
const post = (accept) => fetch(url, {
  method: 'POST', headers: { 'content-type': 'application/json', accept }, body: JSON.stringify({ query }),
});

const at = (data, path) => path.reduce((here, step) => here[step], data);
const merge = (into, data) => {
  for (const [key, value] of Object.entries(data)) {
    if (into[key] && typeof value === 'object' && value && !Array.isArray(value)) merge(into[key], value);
    else into[key] = value;
  }
};
const together = (payloads) => {
  const data = structuredClone(payloads[0].data);
  const open = new Map();
  for (const { pending = [], incremental = [], completed = [] } of payloads) {
    for (const one of pending) open.set(one.id, one.path);
    for (const { id, data: fields, items, subPath = [] } of incremental) {
      const target = at(data, [...open.get(id), ...subPath]);
      if (items) target.push(...items); else merge(target, fields);
    }
    for (const { id, errors } of completed) {
      if (errors || !open.delete(id)) throw new Error(`completed ${id} ${JSON.stringify(errors)}`);
    }
  }
  if (open.size || payloads.at(-1).hasNext !== false) throw new Error('not at its end');
  return data;
};

const ways = {
  async 'multipart by fetch'() {
    const response = await post('multipart/mixed');
    const boundary = /boundary="?([^";]+)"?/.exec(response.headers.get('content-type'))[1];
    const text = await response.text();
    const parts = text.split(`\r\n--${boundary}`);
    if (parts[0] !== '' || parts.at(-1) !== '--\r\n') throw new Error('not closed');
    return parts.slice(1, -1).map((part) => {
      const [head, ...body] = part.split('\r\n\r\n');
      if (!/^\r\ncontent-type: application\/json/i.test(head)) throw new Error(head);
      return JSON.parse(body.join('\r\n\r\n'));
    });
  },
  async 'lines by fetch'() {
    const response = await post('application/jsonl');
    return (await response.text()).trim().split('\n').map((line) => JSON.parse(line));
  },
  async 'events by graphql-sse'() {
    const payloads = [];
    for await (const payload of events({ url }).iterate({ query })) payloads.push(payload);
    return payloads;
  },
  async 'messages by graphql-ws'() {
    const client = socket({ url: url.replace(/^http/, 'ws'), webSocketImpl: WebSocket });
    const payloads = [];
    for await (const payload of client.iterate({ query })) payloads.push(payload);
    await client.dispose();
    return payloads;
  },
};

const sorted = (value) => Array.isArray(value) ? value.map(sorted) : value && typeof value === 'object'
  ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])])) : value;
const expected = JSON.stringify(sorted((await (await post('application/json')).json()).data));
let same = 0;
for (const [name, ask] of Object.entries(ways)) {
  try {
    const payloads = await ask();
    const isSame = payloads.length > 1 && JSON.stringify(sorted(together(payloads))) === expected;
    console.log(`${isSame ? 'same' : 'DIFFERENT'}  ${name}: ${payloads.length} payloads`);
    same += isSame ? 1 : 0;
  } catch (wrong) {
    console.log(`FAILED  ${name}: ${wrong?.stack ?? JSON.stringify(wrong)}`);
  }
}
console.log(`${same} of ${Object.keys(ways).length} ways come to the same`);
process.exit(same === Object.keys(ways).length ? 0 : 1);
