// The other servers of the comparison, with the data of tests/GraphQL.Host and its schema:
//   PEER=mercurius|yoga|apollo PORT=4010 SCHEMA=host.graphql node peers.mjs
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import DataLoader from 'dataloader'

const typeDefs = readFileSync(process.env.SCHEMA, 'utf8')
const port = Number(process.env.PORT)
const host = '127.0.0.1'
const range = n => Array.from({ length: n }, (_, i) => i + 1)

const users = range(10).map(i => ({ id: i, name: `User ${i}`, username: `u${i - 1}`, email: `u${i - 1}@example.org`, phone: null, website: null }))
const posts = range(100).map(i => ({ id: i, userId: ((i - 1) % 10) + 1, title: `post title ${i} lorem ipsum dolor`, body: 'body '.repeat(30) }))
const items = range(50).map(i => ({
  id: i, code: `C${String(i).padStart(4, '0')}`, title: `item ${i}`, weight: i * 1.5, count: i * 7, active: i % 2 === 0,
}))

const Query = {
  greet: () => 'Hello World!',
  posts: () => posts,
  items: () => items,
}
const usersById = ids => ids.map(id => users[id - 1])

const withLoader = {
  resolvers: { Query, Post: { user: (post, _, context) => context.userById.load(post.userId) } },
  context: () => ({ userById: new DataLoader(async ids => usersById(ids)) }),
}

const start = {
  async mercurius() {
    const app = (await import('fastify')).default()
    const { default: mercurius } = await import('mercurius')
    await app.register(mercurius, {
      schema: typeDefs,
      resolvers: { Query },
      loaders: { Post: { user: async queries => usersById(queries.map(q => q.obj.userId)) } },
      jit: 1,
    })
    await app.listen({ port, host })
  },
  async yoga() {
    const { createYoga, createSchema } = await import('graphql-yoga')
    const schema = createSchema({ typeDefs, resolvers: withLoader.resolvers })
    createServer(createYoga({ schema, context: withLoader.context, logging: false, graphiql: false })).listen(port, host)
  },
  async apollo() {
    const { ApolloServer } = await import('@apollo/server')
    const { startStandaloneServer } = await import('@apollo/server/standalone')
    const server = new ApolloServer({ typeDefs, resolvers: withLoader.resolvers, introspection: true })
    await startStandaloneServer(server, { listen: { port, host }, context: async () => withLoader.context() })
  },
}

await start[process.env.PEER]()
