// Does the officer's part of the main job in the explorer, in a real browser without a network.
//   node explorer.mjs MODULES CHROMIUM ADDRESS PASSWORD CURSOR PICTURES      prints one JSON object
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [modules, chromium, address, password, cursor, pictures] = process.argv.slice(2);
const { chromium: engine } = createRequire(join(modules, 'package.json'))('playwright-core');
const browser = await engine.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 1360, height: 820 } });
const foreign = [], complaints = [];
await page.route('**/*', (route) => {
  const url = route.request().url();
  if (url.startsWith(address) || url.startsWith('data:') || url.startsWith('blob:')) return route.continue();
  foreign.push(url);
  return route.abort();
});
page.on('pageerror', (error) => complaints.push(String(error)));
page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));

const write = (selector, text) => page.evaluate(([where, what]) => document.querySelector(where).CodeMirror.setValue(what), [selector, text]);
const answer = () => page.evaluate(() => document.querySelector('.result-window .CodeMirror')?.CodeMirror.getValue() ?? '');

async function run(operation, variables, enough) {
  await page.selectOption('#operations', { label: operation });
  await page.waitForFunction((name) => document.querySelector('.graphiql-query-editor .CodeMirror')?.CodeMirror.getValue().includes(` ${name}`), operation);
  await write('.graphiql-editor-tool .CodeMirror', JSON.stringify(variables, null, 2));
  await page.click('.graphiql-execute-button');
  for (let tries = 0; tries < 600; tries++) {
    try {
      const result = JSON.parse(await answer());
      if (result.errors || enough(result.data)) return result;
    } catch { /* The answer is not there yet, or not all of it. */ }
    await page.waitForTimeout(100);
  }
  throw new Error(`${operation} was not answered: ${await answer()}`);
}

try {
  await page.goto(address);
  await page.waitForSelector('.graphiql-execute-button');
  const where = { centre: 'US123', series: '2026-06' };
  const first = await page.screenshot({ path: join(pictures, 'explorer-1-start.png') });
  const signIn = await run('SignIn', { input: { username: 'officer.us123', password } }, (data) => data?.signIn);
  const who = await page.textContent('#who');
  const before = await run('ResultsAccess', where, (data) => data?.resultsAccess);
  await page.screenshot({ path: join(pictures, 'explorer-2-access.png') });
  const set = await run('SetResultsAccess', {
    input: { ...where, status: 'ALL', expectedVersion: 0, queriesAccepted: true, contact: { name: 'Exams Office', email: 'office@example.org' } },
  }, (data) => data?.setResultsAccess);
  await page.screenshot({ path: join(pictures, 'explorer-3-set.png') });
  const ready = await run('OnDocumentsReady', { ...where, after: Number(cursor) }, (data) => data?.onDocumentsReady);
  await page.screenshot({ path: join(pictures, 'explorer-4-ready.png') });
  await page.click('button[aria-label="Show Documentation Explorer"]');
  await page.waitForSelector('.graphiql-doc-explorer-content');
  const docs = await page.textContent('.graphiql-doc-explorer-content');
  await page.screenshot({ path: join(pictures, 'explorer-5-docs.png') });
  console.log(JSON.stringify({ who, signIn, before, set, ready, docs, foreign, complaints, bytes: first.length }));
} finally {
  await browser.close();
}
