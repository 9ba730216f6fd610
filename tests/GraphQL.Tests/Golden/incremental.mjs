// Random documents with @defer and @stream, each with what graphql-js 17 answers: node incremental.mjs SEED COUNT [PACKAGE]
// One line of JSON for the schema, then one for each case:
//   {query, variables, root, isOrdered, payloads}   payloads are equal to the last id where isOrdered, otherwise up to their order
//   {query, errors}                                 a document that the rules about the two directives refuse
// PACKAGE is the name under which npm installed graphql 17 (graphql17).
const [seed, count, name = 'graphql17'] = process.argv.slice(2);
const {
  buildSchema, parse, validate, experimentalExecuteIncrementally, specifiedRules, GraphQLSchema,
  GraphQLDeferDirective, GraphQLStreamDirective, specifiedDirectives,
} = await import(name);

const sdl = `
type Query implements Named { id: ID! name: String! a: Int b: Int! node: Node must: Node! any: Any named: Named items: [Item] strict: [Item!] mustItems: [Item!]! feed: [Item] mustFeed: [Item!]! grid: [[Int]] words: [String!] }
interface Named { id: ID! name: String! }
type Node implements Named { id: ID! name: String! a: Int b: Int! c: String child: Node must: Node! any: Any items: [Item] strict: [Item!] mustItems: [Item!]! feed: [Item] grid: [[Int]] words: [String!] }
type Item implements Named { id: ID! name: String! a: Int b: Int! owner: Node child: Item items: [Item!] any: Any feed: [Item!] }
union Any = Node | Item
type Mutation { change(by: Int): Node }
type Subscription { changed: Node }`;
const plain = buildSchema(sdl);
const schema = new GraphQLSchema({
  ...plain.toConfig(), directives: [...specifiedDirectives, GraphQLDeferDirective, GraphQLStreamDirective],
});

// mulberry32
let state = Number(seed) >>> 0;
const dice = () => {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = state;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const below = (n) => Math.floor(dice() * n);
const pick = (list) => list[below(list.length)];
const chance = (p) => dice() < p;

// ---- data: made when a field is first read, so that a case holds no more than it needs; some values are missing, some fields fail

const failing = { p: 0 };
const leaf = (value, mayBeNull) =>
  chance(failing.p) ? { $error: `m${below(9)}` } : mayBeNull && chance(0.15) ? null : chance(failing.p / 2) ? null : value;
const object = (type) => ({ __typename: type });
const either = () => object(chance(0.5) ? 'Node' : 'Item');
const list = (make, nulls) => chance(0.06) ? null : Array.from({ length: below(5) }, () => chance(nulls) ? null : make());
const makers = {
  id: () => String(below(100)), name: () => leaf(`n${below(50)}`), a: () => leaf(below(100), true), b: () => leaf(below(100)),
  c: () => leaf(`c${below(9)}`, true), node: () => chance(0.15) ? null : leaf(object('Node')), must: () => leaf(object('Node')),
  child: (type) => chance(0.2) ? null : object(type), owner: () => chance(0.2) ? null : object('Node'),
  any: () => chance(0.15) ? null : either(), named: either, change: () => object('Node'),
  items: () => list(() => object('Item'), 0.08), strict: () => list(() => object('Item'), failing.p),
  mustItems: () => list(() => object('Item'), failing.p) ?? [], grid: () => [[1, 2], null, [], [below(9)]].slice(0, below(5)),
  words: () => list(() => `w${below(9)}`, failing.p),
  feed: () => {
    const items = list(() => object('Item'), failing.p);
    if (items && chance(failing.p)) items.splice(below(items.length + 1), 0, { $throw: 'the feed broke' });
    return items;
  },
  mustFeed: () => makers.feed() ?? [],
};

// ---- documents

let labels, fragments, variables, allowFeed;
const label = () => chance(0.6) ? `label: "${pick('LMN')}${++labels}"` : '';
const condition = () => {
  if (chance(0.85)) return '';
  if (chance(0.4)) return `if: ${chance(0.7)}`;
  const variable = `v${variables.size}`;
  variables.set(variable, chance(0.7));
  return `if: $${variable}`;
};
const directive = (kind, ...parts) => {
  const given = parts.filter(Boolean).join(', ');
  return ` @${kind}${given ? `(${given})` : ''}`;
};
const defer = (p) => chance(p) ? directive('defer', condition(), label()) : '';
const stream = (type) => {
  if (!/^\[/.test(type) || chance(0.45)) return '';
  return directive('stream', chance(0.6) ? `initialCount: ${below(3)}` : '', condition(), label());
};
const selections = (typeName, depth) => {
  const type = plain.getType(typeName);
  const parts = [];
  const streamed = [];
  const wanted = 1 + below(4);
  for (let i = 0; i < wanted; i++) {
    const roll = dice();
    if (roll < 0.34 && depth > 0) {
      const on = type.getFields ? (chance(0.5) ? typeName : '') : '';
      const condition = typeName === 'Any' || typeName === 'Named' ? pick(['Node', 'Item']) : on;
      parts.push(`...${condition ? ` on ${condition}` : ''}${defer(0.75)} { ${selections(condition || typeName, depth - 1)} }`);
    } else if (roll < 0.44 && depth > 0) {
      const known = fragments.filter((f) => f.isDone && (f.type === typeName || typeName === 'Any' || typeName === 'Named'));
      if (known.length && chance(0.5)) {
        parts.push(`...${pick(known).name}${defer(0.7)}`);
      } else {
        const on = typeName === 'Any' || typeName === 'Named' ? pick(['Node', 'Item']) : typeName;
        const fragment = { name: `F${fragments.length}`, type: on, isDone: false };
        fragments.push(fragment);
        fragment.text = `fragment ${fragment.name} on ${on} { ${selections(on, depth - 1)} }`;
        fragment.isDone = true;
        parts.push(`...${fragment.name}${defer(0.7)}`);
      }
    } else if (typeName === 'Any') {
      parts.push('__typename');
    } else {
      let fields = Object.values(type.getFields()).filter((f) => allowFeed || !/[fF]eed/.test(f.name));
      if (depth <= 0) fields = fields.filter((f) => !/Node|Item|Any|Named/.test(String(f.type)));
      const field = pick(fields);
      const returned = String(field.type);
      const composite = /Node|Item|Any|Named/.exec(returned)?.[0];
      const how = stream(returned);
      // A streamed field merges with no other: give it a name of its own, most of the time.
      const alias = how && chance(0.9) ? `s${streamed.push(1)}${below(1000)}: ` : chance(0.06) ? `x${below(3)}: ` : '';
      const twice = chance(0.2) ? field.name + (composite ? ` { ${selections(composite, depth - 1)} }` : '') : '';
      parts.push(`${alias}${field.name}${how}${composite ? ` { ${selections(composite, depth - 1)} }` : ''}`);
      if (twice && !how) parts.push(`...${defer(0.8)} { ${twice} }`);
    }
  }
  return parts.join(' ');
};
const document = (kind) => {
  labels = 0; fragments = []; variables = new Map();
  const body = kind === 'query' ? selections('Query', 4) : kind === 'mutation'
    ? `change(by: 1) { ${selections('Node', 3)} }${chance(0.1) ? ` ...${defer(1)} { change(by: 1) { id } }` : ''}`
    : `changed { ${selections('Node', 2)} }`;
  const head = variables.size ? `(${[...variables.keys()].map((v) => `$${v}: Boolean!`).join(', ')})` : '';
  return `${kind}${head ? ` Q${head}` : ''} { ${body} }${fragments.map((f) => ` ${f.text}`).join('')}`;
};

// What the rules refuse: one of the usual mistakes, written into a document that was right.
const spoil = (text) => {
  switch (below(6)) {
    case 0: return text.replace(/@(defer|stream)(?!\()/, '@$1(label: "L1")').replace(/@(defer|stream)(?!\()/, '@$1(label: "L1")');
    case 1: return text.replace(/\b(a|b|name)\b(?!:)/, '$1 @stream');
    case 2: return text.replace(/^query( Q)?(\(.*?\))?/, 'query Q($label: String)').replace(/@defer(\([^)]*\))?/, '@defer(label: $label)');
    case 3: return text.replace(/^query(.*?)\{/, 'query$1{ words @stream words @stream(initialCount: 1) ');
    case 4: return `mutation { ... @defer { change { id ...F9 } } } fragment F9 on Node { items @stream { id } } ${chance(0.5) ? 'subscription S { changed { ...F9 } }' : ''}`;
    default: return `subscription { changed { ... @defer(if: ${pick(['true', 'false'])}) { id ...F8 @skip(if: ${chance(0.5)}) } } } fragment F8 on Node { strict @stream(label: "${pick('xy')}") { name } }`;
  }
};

// ---- answers

const take = (value) => {
  if (value && value.$error) throw new Error(value.$error);
  return value;
};
async function* fed(items) {
  for (const item of items) {
    if (item?.$throw) throw new Error(item.$throw);
    yield item;
  }
}
const resolver = (isAwaited) => (source, args, context, info) => {
  if (!(info.fieldName in source)) source[info.fieldName] = makers[info.fieldName](info.parentType.name);
  const raw = source[info.fieldName];
  const value = () => /[fF]eed/.test(info.fieldName) && Array.isArray(raw) ? fed(raw) : take(raw);
  if (!isAwaited || chance(0.4)) return value();
  const rounds = below(4);
  return (async () => {
    for (let i = 0; i < rounds; i++) await new Promise((go) => setImmediate(go));
    return value();
  })();
};
const answer = async (text, given, data, isAwaited) => {
  const result = await experimentalExecuteIncrementally({
    schema, document: parse(text), rootValue: data, variableValues: given, fieldResolver: resolver(isAwaited),
  });
  if (!result.initialResult) return [result];
  const payloads = [result.initialResult];
  for await (const payload of result.subsequentResults) payloads.push(payload);
  return payloads;
};

// What fields leave behind that failed for another's sake is of no interest.
process.on('unhandledRejection', () => {});
const rules = specifiedRules.filter((r) => /DeferStream|StreamDirective|OverlappingFields/.test(r.name));
console.log(JSON.stringify({ sdl, seed: Number(seed) }));
let written = 0, refused = 0;
while (written < Number(count)) {
  failing.p = chance(0.4) ? 0 : chance(0.5) ? 0.03 : 0.12;
  allowFeed = chance(0.3);
  let text = document(chance(0.93) ? 'query' : 'mutation');
  const isSpoilt = chance(0.25);
  if (isSpoilt) text = spoil(text);
  let all;
  try { all = validate(schema, parse(text), specifiedRules, { maxErrors: 100 }); } catch { continue; }
  if (all.length) {
    const about = validate(schema, parse(text), rules, { maxErrors: 100 });
    if (!about.length || text.length > 4000 || refused > Number(count) / 5) continue;
    refused++;
    console.log(JSON.stringify({ query: text, errors: about.map((e) => ({ message: e.message, locations: e.locations })) }));
    written++;
    continue;
  }
  if (isSpoilt || !/@(defer|stream)/.test(text)) continue;
  const data = {};
  const given = Object.fromEntries(variables);
  const isAwaited = chance(0.25);
  const payloads = await answer(text, given, data, isAwaited);
  const line = JSON.stringify({ query: text, variables: given, root: data, isOrdered: !isAwaited && !/[fF]eed/.test(text), payloads });
  if (line.length > 20000 || (payloads.length === 1 && chance(0.8))) continue;
  console.log(line);
  written++;
}
