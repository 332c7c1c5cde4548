/** The routes of the hub's application, from itself, so that a new one is tested without a word here. */
import type { FastifyInstance } from 'fastify';

export interface Route {
  readonly method: string;
  /** With `:name` for parameters and `*` for the rest. */
  readonly url: string;
}

export function routesOf(app: FastifyInstance): Route[] {
  const stack: string[] = [];
  const routes: Route[] = [];
  for (const line of app.printRoutes({ commonPrefix: false }).split('\n')) {
    const [, indent = '', path = '', methods = ''] =
      /^((?:[│ ] {3})*)[├└]── (.*) \(([A-Z, ]+)\)$/.exec(line) ?? [];
    if (methods === '') continue;
    stack.length = indent.length / 4;
    stack.push(path);
    for (const method of methods.split(', ')) routes.push({ method, url: stack.join('') });
  }
  return routes;
}
