import { createOperationDescriptor, Environment, fetchQuery, getSingularSelector, Network, RecordSource, Store } from 'relay-runtime';
import one, { type documentsCandidateQuery } from './__generated__/documentsCandidateQuery.graphql';
import next, { type documentsNextPageQuery } from './__generated__/documentsNextPageQuery.graphql';
import first, { type documentsPagesQuery } from './__generated__/documentsPagesQuery.graphql';
import fragment, { type documents_candidates$data } from './__generated__/documents_candidates.graphql';

const { EXAMS_URL: url = '', EXAMS_TOKEN: token = '' } = process.env;
let requests = 0;
const environment = new Environment({
  network: Network.create(async (operation, variables) => {
    requests += 1;
    const answer = await fetch(url + 'graphql', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query: operation.text, variables }),
    });
    return answer.json();
  }),
  store: new Store(new RecordSource()),
});

const complaints: string[] = [];
for (const level of ['warn', 'error'] as const) {
  console[level] = (...words: unknown[]) => void complaints.push(words.map(String).join(' '));
}

async function main(): Promise<void> {
  const where = { series: '2026-06', centre: 'US123' };
  const root = createOperationDescriptor(first, where);
  environment.retain(root);
  const held = (): documents_candidates$data['candidates'] => {
    const page = environment.lookup(root.fragment).data as object;
    return (environment.lookup(getSingularSelector(fragment, page)!).data as documents_candidates$data).candidates;
  };
  await fetchQuery<documentsPagesQuery>(environment, first, where).toPromise();
  for (let page = held()?.pageInfo; page?.hasNextPage; page = held()?.pageInfo) {
    await fetchQuery<documentsNextPageQuery>(environment, next, { ...where, count: 50, cursor: page.endCursor }).toPromise();
  }

  const edges = held()?.edges ?? [];
  const id = environment.getStore().getSource().getRecordIDs().find((key) => environment.getStore().getSource().get(key)?.['number'] === '0001');
  const again = await fetchQuery<documentsCandidateQuery>(environment, one, { id: id! }).toPromise();
  process.stdout.write(JSON.stringify({
    requests,
    numbers: edges.map((edge) => edge.node.number),
    total: held()?.totalCount,
    more: held()?.pageInfo.hasNextPage,
    complaints: [...complaints, ...(again?.node ? [] : ['the candidate is not found by its id'])],
    others: 1,
  }));
}

void main();
