// Makes cases.jsonl.br anew:   node make.mjs FOLDER [SEED] [COUNT]
// FOLDER holds the generator (gen.mjs, oracle.mjs, exam.graphql) and npm's graphql 16.15. Random root values are most of what the
// generator writes, so the cases share a few of them; graphql-js answers each case once more, with the root value that it got here.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const [folder, seed = '20250903', count = '3200'] = process.argv.slice(2);
const sharedRoots = 40;
const { run } = await import(pathToFileURL(path.resolve(folder, 'oracle.mjs')));
const { version } = createRequire(path.resolve(folder, 'gen.mjs'))('graphql');
const sdl = readFileSync(path.join(folder, 'exam.graphql'), 'utf8');
const generated = execFileSync('node', ['gen.mjs', seed, count], { cwd: folder, maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'ignore'] });
const cases = generated.toString().trim().split('\n').map((line) => JSON.parse(line));

const roots = cases.map((c) => c.root).filter((root) => root !== null).slice(0, sharedRoots - 1);
roots.push(null);
const lines = [JSON.stringify({ sdl, generator: 'gen.mjs', seed: +seed, oracle: `graphql ${version}`, roots })];
const phases = {};
for (const [i, { query, variables }] of cases.entries()) {
  const root = i % roots.length;
  const expected = run({ sdl, root: roots[root], query, variables });
  const phase = expected.phase + (expected.errors && expected.phase === 'execute' ? ', with errors' : '');
  phases[phase] = (phases[phase] ?? 0) + 1;
  lines.push(JSON.stringify({ query, variables, root: expected.phase === 'execute' ? root : undefined, expected }));
}

const text = Buffer.from(lines.join('\n') + '\n');
const packed = brotliCompressSync(text, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
});
writeFileSync(new URL('cases.jsonl.br', import.meta.url), packed);
console.log(`${cases.length} cases in ${packed.length} bytes`, phases);
