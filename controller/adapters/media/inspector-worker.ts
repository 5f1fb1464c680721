import { parentPort } from 'node:worker_threads';
import { answerCalls } from '../../worker-answers.ts';
import { inspect, measure } from './inspect.ts';
import type { InspectorRequest } from './inspector.ts';

if (parentPort === null) throw new Error('this file runs as a worker thread');

answerCalls<InspectorRequest>(parentPort, (request) => {
  switch (request.is) {
    case 'inspect':
      return inspect(request.file, request.name);
    case 'measure':
      return measure(request.file, request.mime);
  }
});
