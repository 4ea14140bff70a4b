import { createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { Addresses } from '../../../sandbox/hosts/addresses.js';
import { claimSlot } from '../../../sandbox/hosts/slot.js';

describe('the addresses of a sandbox', () => {
  it('belong to one machine each, which keeps its own', () => {
    const addresses = new Addresses(64, false);
    expect([addresses.ofMachine('a'), addresses.ofMachine('b'), addresses.ofMachine('a')]).toEqual([
      '127.64.0.10',
      '127.64.0.11',
      '127.64.0.10',
    ]);
  });

  it('are not given again at once: ssh keeps connections and host keys by address', () => {
    const addresses = new Addresses(64, false);
    addresses.ofMachine('a');
    addresses.release('a');
    expect(addresses.ofMachine('b')).toBe('127.64.0.11');
  });

  it('stay apart from those of load balancers, however many machines there were', () => {
    const addresses = new Addresses(64, false);
    const seen = new Set<string>();
    for (let n = 0; n < 70_000; n++) {
      seen.add(addresses.ofMachine(`${n}`));
      addresses.release(`${n}`);
    }
    expect([...seen].filter((address) => address.startsWith('127.64.255.'))).toEqual([]);
    expect(addresses.nextLoadBalancer()).toBe('127.64.255.1');
  });

  it('are skipped while a machine has them', () => {
    const addresses = new Addresses(64, false);
    const first = addresses.ofMachine('first');
    const others = Array.from({ length: 65_100 }, (_, n) => {
      const address = addresses.ofMachine(`${n}`);
      addresses.release(`${n}`);
      return address;
    });
    expect(others).not.toContain(first);
  });

  it('avoid a port that another program holds on all addresses', async () => {
    const holder = createServer();
    await new Promise<void>((open) => holder.listen(0, '0.0.0.0', open));
    const { port } = holder.address() as { port: number };
    const { number, release } = await claimSlot();
    expect(await new Addresses(number).firstFreePort([port])).toBeUndefined();
    await new Promise((closed) => holder.close(closed));
    expect(await new Addresses(number).firstFreePort([port])).toBe(port);
    release();
  });

  it('differ between two sandboxes of one computer', async () => {
    const [one, other] = [await claimSlot(), await claimSlot()];
    expect(one.number).not.toBe(other.number);
    one.release();
    other.release();
  });
});
