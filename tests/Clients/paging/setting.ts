import { graphql } from '../gql/gql.js';

/** What every program here is told by the test that runs it. */
export const { EXAMS_URL: url = '', EXAMS_TOKEN: token = '' } = process.env;
export const centre = 'US123';
export const series = '2026-06';
export const size = 50;

/** Candidates by pages, with a list and an object below each, so that a cache has something to keep apart. */
export const pages = graphql(`
  query CandidatePages($series: Series!, $centre: CentreNumber, $first: Int, $after: String) {
    candidates(series: $series, centre: $centre, first: $first, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
          number
          name
          centre {
            id
            number
            name
          }
          entries {
            id
            option
            status
          }
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);

let requests = 0;

/** fetch, counted. */
export const counted: typeof fetch = (input, init) => {
  requests += 1;
  return fetch(input, init);
};

const complaints: string[] = [];
for (const level of ['warn', 'error'] as const) {
  console[level] = (...words: unknown[]) => void complaints.push(words.map(String).join(' '));
}

/** What the test reads: how often the service was asked, what the client's store holds at the end, and what the client complained of. */
export function report(held: { numbers: string[]; total: number | undefined; more: boolean | undefined }): void {
  process.stdout.write(JSON.stringify({ requests, ...held, complaints, others: 0 }));
}
