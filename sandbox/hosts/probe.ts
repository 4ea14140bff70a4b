import { request } from 'node:http';
import type { Probe, ProbeResult } from '../world/machines/machines.js';

/** One health check over a connection of its own, as a load balancer makes it (ALB guide, "Target group health checks"). */
export function probeOverHttp(host: string, port: number, probe: Probe, done: (result: ProbeResult) => void): void {
  const settle = (result: ProbeResult) => {
    clearTimeout(timer);
    done(result);
    asked.destroy();
  };
  const fail = (reason: Failed['reason'], description: string) => settle({ healthy: false, reason, description });
  const headers = { 'user-agent': 'ELB-HealthChecker/2.0', host: `${host}:${probe.port}` };
  const asked = request({ host, port, path: probe.path, headers, agent: false }, (answer) => {
    answer.resume();
    const status = answer.statusCode ?? 0;
    if (matches(probe.matcher, status)) settle({ healthy: true });
    else fail('Target.ResponseCodeMismatch', `Health checks failed with these codes: [${status}]`);
  });
  const timer = setTimeout(() => fail('Target.Timeout', 'Request timed out'), probe.timeout);
  asked.once('error', () => fail('Target.FailedHealthChecks', 'Health checks failed'));
  asked.end();
}

type Failed = Extract<ProbeResult, { healthy: false }>;

/** `200`, `200-299` or `200,202` (ELBv2 API, Matcher). */
export function matches(matcher: string, status: number): boolean {
  return matcher.split(',').some((part) => {
    const [low = '', high = low] = part.trim().split('-');
    return status >= Number(low) && status <= Number(high);
  });
}
