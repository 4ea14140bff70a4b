import type { Operations } from '../world/operation.js';
import { type ServiceName, services } from '../world/world.js';
import { serviceSchemas } from './service-schemas.js';

/** Which operations the sandbox has, as a table in Markdown: `npm run docs` puts it into docs/sandbox.md. */
export function operationTable(): string {
  const rows = (Object.keys(services) as ServiceName[]).map((service) => {
    const operations = Object.keys(services[service] as Operations).sort();
    const { serviceId, protocols } = serviceSchemas[service];
    const reach = protocols.length === 0 ? ', in the same process only' : '';
    return `| ${serviceId} (\`${service}\`${reach}) | ${operations.join(', ')} |\n`;
  });
  return `| Service | Operations |\n| --- | --- |\n${rows.join('')}`;
}
