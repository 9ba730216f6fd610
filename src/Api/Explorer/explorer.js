// The explorer's own part: a fetcher that keeps the session's token, reads subscriptions as server-sent events,
// and offers the operations that the documentation and the tests use.
(async () => {
  const who = document.getElementById('who');
  const say = (session) => {
    who.textContent = session
      ? `Signed in as ${session.viewer?.username ?? session.viewer?.kind ?? 'somebody'} until ${session.expiresAt ? new Date(session.expiresAt).toLocaleString() : '?'}.`
      : 'Nobody has signed in. Run SignIn or CandidateSignIn; the token is used from then on.';
  };
  let session = JSON.parse(sessionStorage.getItem('session') ?? 'null');
  const keep = (next) => {
    session = next;
    next ? sessionStorage.setItem('session', JSON.stringify(next)) : sessionStorage.removeItem('session');
    say(next);
  };
  say(session);
  document.getElementById('forget').onclick = () => keep(null);

  const headers = (extra, accept) => ({
    'content-type': 'application/json',
    accept,
    ...(session ? { authorization: `Bearer ${session.token}` } : {}),
    ...extra,
  });

  async function* events(body, extra) {
    const response = await fetch('graphql', { method: 'POST', headers: headers(extra, 'text/event-stream'), body });
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      text += value;
      for (let end; (end = text.indexOf('\n\n')) >= 0; text = text.slice(end + 2)) {
        const lines = text.slice(0, end).split('\n');
        const data = lines.filter((line) => line.startsWith('data:')).map((line) => line.slice(5).trim()).join('\n');
        if (lines.includes('event: complete')) return;
        if (data) yield JSON.parse(data);
      }
    }
  }

  const fetcher = async (parameters, options) => {
    const body = JSON.stringify(parameters);
    const operation = options?.documentAST?.definitions?.find((one) =>
      one.kind === 'OperationDefinition' && (!parameters.operationName || one.name?.value === parameters.operationName));
    if (operation?.operation === 'subscription') return events(body, options?.headers);

    const response = await fetch('graphql', {
      method: 'POST', headers: headers(options?.headers, 'application/graphql-response+json, application/json;q=0.9'), body,
    });
    const result = await response.json();
    for (const payload of Object.values(result.data ?? {})) {
      if (payload?.session?.token) keep(payload.session);
      if (payload?.signedOutAt) keep(null);
    }
    return result;
  };

  const operations = await (await fetch('explorer/operations.json')).json();
  const root = ReactDOM.createRoot(document.getElementById('explorer'));
  const show = (query, variables) => root.render(React.createElement(GraphiQL, {
    key: query, fetcher, query, variables, defaultEditorToolsVisibility: 'variables', shouldPersistHeaders: false, storage: null,
  }));
  const choice = document.getElementById('operations');
  for (const one of operations) choice.add(new Option(one.name, one.text));
  choice.onchange = () => choice.value && show(choice.value);

  // Whoever comes first has to sign in; whoever has signed in looks around.
  const first = operations.find((one) => one.name === (session ? 'Viewer' : 'SignIn'));
  if (first) choice.value = first.text;
  show(first?.text ?? '{ viewer { kind } }', session ? '' : JSON.stringify({ input: { username: '', password: '' } }, null, 2));
})();
