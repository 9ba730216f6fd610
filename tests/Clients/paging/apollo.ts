import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { centre, counted, pages, report, series, size, token, url } from './setting.js';

const client = new ApolloClient({
  link: new HttpLink({ uri: url + 'graphql', headers: { authorization: `Bearer ${token}` }, fetch: counted }),
  cache: new InMemoryCache({
    typePolicies: {
      Query: { fields: { candidates: relayStylePagination(['series', 'centre', 'where', 'order']) } },
    },
  }),
});
const variables = { series, centre, first: size };
const watched = client.watchQuery({ query: pages, variables });
const seen = watched.subscribe(() => {});
let page = (await watched.refetch()).data?.candidates?.pageInfo;
while (page?.hasNextPage) {
  page = (await watched.fetchMore({ variables: { after: page.endCursor } })).data?.candidates?.pageInfo;
}

const held = client.readQuery({ query: pages, variables })?.candidates;
seen.unsubscribe();
client.stop();
report({ numbers: (held?.edges ?? []).map((edge) => edge.node.number), total: held?.totalCount, more: held?.pageInfo.hasNextPage });
