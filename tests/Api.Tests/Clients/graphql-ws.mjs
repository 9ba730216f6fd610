// Listens with the npm client graphql-ws until the documents are ready.
//   node graphql-ws.mjs MODULES ADDRESS TOKEN CURSOR      prints one JSON object
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [modules, address, token, cursor, operations] = process.argv.slice(2);
const require = createRequire(join(modules, 'package.json'));
const { createClient } = require('graphql-ws');
const client = createClient({
  url: address.replace(/^http/, 'ws') + 'graphql',
  webSocketImpl: require('ws').WebSocket,
  connectionParams: { authorization: `Bearer ${token}` },
  retryAttempts: 0,
});
const variables = { centre: 'US123', series: '2026-06', after: Number(cursor) };
const document = (name) => readFileSync(join(operations, `${name}.graphql`), 'utf8');

async function hear(name, field, enough) {
  const heard = [];
  for await (const result of client.iterate({ query: document(name), variables })) {
    if (result.errors) throw new Error(JSON.stringify(result.errors));
    heard.push(result.data[field]);
    if (enough(result.data[field])) break;
  }
  return heard;
}

// Both subscriptions share one socket, and the viewer is asked over it, too.
const [progress, ready, viewer] = await Promise.all([
  hear('OnDocumentsProgressed', 'onDocumentsProgressed', (news) => news.done === news.total),
  hear('OnDocumentsReady', 'onDocumentsReady', () => true),
  (async () => {
    for await (const result of client.iterate({ query: '{ viewer { kind username } }' })) return result.data.viewer;
  })(),
]);
await client.dispose();
console.log(JSON.stringify({ progress, ready: ready[0], viewer }));
