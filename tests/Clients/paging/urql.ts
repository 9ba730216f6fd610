import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { centre, counted, pages, report, series, size, token, url } from './setting.js';

const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
const answer = await fetch(url + 'graphql', { method: 'POST', headers, body: JSON.stringify({ query: getIntrospectionQuery() }) });
const schema = ((await answer.json()) as { data: IntrospectionQuery }).data;

const client = new Client({
  url: url + 'graphql',
  preferGetMethod: false,
  fetch: counted,
  fetchOptions: { headers },
  exchanges: [cacheExchange({ schema, resolvers: { Query: { candidates: relayPagination() } } }), fetchExchange],
});
const variables = { series, centre, first: size };
let after: string | null | undefined;
do {
  const result = await client.query(pages, { ...variables, after: after ?? null }).toPromise();
  if (result.error) {
    throw result.error;
  }

  const info = result.data?.candidates?.pageInfo;
  after = info?.hasNextPage ? info.endCursor : null;
} while (after);

const held = (await client.query(pages, { ...variables, after: null }, { requestPolicy: 'cache-only' }).toPromise()).data?.candidates;
report({ numbers: (held?.edges ?? []).map((edge) => edge.node.number), total: held?.totalCount, more: held?.pageInfo.hasNextPage });
