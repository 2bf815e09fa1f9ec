import * as nexus from 'nexus-rpc';

/** A Nexus service: one operation is answered at once, the other one is a workflow. */
export const counter = nexus.service('Counter', {
  ask: nexus.operation<string, string>(),
  order: nexus.operation<string, string>(),
});
