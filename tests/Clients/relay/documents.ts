import { graphql } from 'relay-runtime';

// For the compiler only, which leaves what the program uses in __generated__; nothing imports this file.
void graphql`
  query documentsPagesQuery($series: Series!, $centre: CentreNumber!) {
    ...documents_candidates @arguments(series: $series, centre: $centre, count: 50)
  }
`;

void graphql`
  fragment documents_candidates on Query
  @argumentDefinitions(series: { type: "Series!" }, centre: { type: "CentreNumber!" }, count: { type: "Int!" }, cursor: { type: "String" })
  @refetchable(queryName: "documentsNextPageQuery") {
    candidates(series: $series, centre: $centre, first: $count, after: $cursor) @connection(key: "documents_candidates") {
      totalCount
      edges {
        node {
          number
          ...documents_candidate
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

void graphql`
  fragment documents_candidate on Candidate @refetchable(queryName: "documentsCandidateQuery") {
    name
    entries {
      option
      status
    }
  }
`;
