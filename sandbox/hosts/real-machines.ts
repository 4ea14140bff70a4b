import { mkdir, writeFile } from 'node:fs/promises';
import type { Cancel } from '../world/clock.js';
import type { Instance } from '../world/ec2/instance.js';
import type { CommandResult, Machines, Probe, ProbeResult } from '../world/machines/machines.js';
import type { World } from '../world/world.js';
import type { Addresses } from './addresses.js';
import { signal } from './child-process.js';
import { DiskStore } from './disk-store.js';
import type { HostMachines } from './host-machines.js';
import { ImageContents } from './image-contents.js';
import { startSshd } from './log-in.js';
import { machineInit } from './machine-init.js';
import { probeOverHttp } from './probe.js';
import { RealMachine } from './real-machine.js';
import { systemctl } from './systemctl.js';
import { readUserData } from './user-data.js';

type BootReport = Parameters<Machines['boot']>[1];
type ImageReport = Parameters<Machines['copy']>[2];

export interface RealMachinesSettings {
  readonly addresses: Addresses;
  readonly sshPort: number;
  readonly mark: NodeJS.ProcessEnv;
}

/**
 * Machines made of this computer's own processes: each has its own mount, process, host name and IPC namespaces, a disk
 * that is an overlay of "/", and a loopback address. Linux, as root.
 */
export class RealMachines implements HostMachines {
  readonly #settings: RealMachinesSettings;
  readonly #store: DiskStore;
  readonly #images: ImageContents;
  readonly #machines = new Map<string, RealMachine>();
  #world: World | undefined;

  private constructor(settings: RealMachinesSettings, store: DiskStore) {
    this.#settings = settings;
    this.#store = store;
    this.#images = new ImageContents(store);
  }

  /** @throws {Error} where mounts are refused. */
  static async open(settings: RealMachinesSettings): Promise<RealMachines> {
    const store = await DiskStore.open(settings.mark);
    try {
      await mkdir(store.outside('sandbox/usr/bin'), { recursive: true });
      await writeFile(store.outside('sandbox/usr/bin/systemctl'), systemctl, { mode: 0o755 });
      await writeFile(store.outside('init'), machineInit);
      return new RealMachines(settings, store);
    } catch (error) {
      await store.close();
      throw error;
    }
  }

  /** Key pairs are looked up in this world. */
  join(world: World): void {
    this.#world = world;
  }

  /** Gives an image a content that nobody baked: a folder laid over the computer's own files, all of it root's. */
  async putImage(imageId: string, folder: string): Promise<void> {
    this.#images.set(imageId, [await this.#store.addForeignLayer(folder)]);
  }

  addressFor(instance: Pick<Instance, 'id'>): string {
    return this.#settings.addresses.ofMachine(instance.id);
  }

  addressForLoadBalancer(): string {
    return this.#settings.addresses.nextLoadBalancer();
  }

  endpoint(instanceId: string, port: number): { host: string; port: number } {
    return { host: this.addressFor({ id: instanceId }), port };
  }

  boot(instance: Instance, report: BootReport): void {
    const machine = this.#machines.get(instance.id) ?? this.#build(instance);
    machine
      .inTurn(() => this.#boot(machine, instance, report))
      .catch((error: Error) => {
        machine.kill();
        machine.console.say(error.message);
        report.failed(error.message);
      });
  }

  stop(instance: Instance, done: () => void): void {
    const machine = this.#machines.get(instance.id);
    if (machine) machine.inTurn(() => machine.powerOff()).then(done, done);
    else done();
  }

  terminate(instance: Instance, done: () => void): void {
    const machine = this.#machines.get(instance.id);
    if (!machine) {
      done();
      return;
    }
    const end = async () => {
      await machine.powerOff();
      done();
      await machine.wipe();
      this.#images.release(imageLayers(machine));
      this.#settings.addresses.release(instance.id);
    };
    machine.inTurn(end).catch((error: Error) => machine.console.say(error.message));
  }

  capture(instance: Instance, imageId: string, report: ImageReport): void {
    const machine = this.#machines.get(instance.id);
    if (!machine) {
      report.failed(`instance ${instance.id} has no disk`);
      return;
    }
    machine
      .inTurn(() => this.#store.addLayer(machine.difference))
      .then(
        (layer) => {
          this.#images.set(imageId, [layer, ...imageLayers(machine)]);
          report.available();
        },
        (error: Error) => report.failed(error.message),
      );
  }

  copy(sourceImageId: string, imageId: string, report: ImageReport): void {
    this.#images.set(imageId, this.#images.layersOf(sourceImageId));
    setImmediate(report.available);
  }

  discard(imageId: string): void {
    this.#images.discard(imageId);
  }

  execute(instance: Instance, script: readonly string[], done: (result: CommandResult) => void): Cancel {
    const machine = this.#machines.get(instance.id);
    const state = { cancelled: false, group: 0 };
    const finish = (result: CommandResult) => state.cancelled || done(result);
    if (!machine?.isUp) {
      setImmediate(() => finish({ exitCode: 1, stdout: '', stderr: `instance ${instance.id} is not up\n` }));
    } else {
      runScript(machine, script, state).then(finish, (error: Error) =>
        finish({ exitCode: 1, stdout: '', stderr: error.message }),
      );
    }
    return () => {
      state.cancelled = true;
      signal(-state.group, 'SIGKILL');
    };
  }

  probe(instance: Instance, probe: Probe, done: (result: ProbeResult) => void): void {
    const { host, port } = this.endpoint(instance.id, probe.port);
    probeOverHttp(host, port, probe, done);
  }

  consoleOutput(instance: Instance): string {
    return this.#machines.get(instance.id)?.console.text ?? '';
  }

  /** Ends everything, at once. */
  async close(): Promise<void> {
    for (const machine of this.#machines.values()) machine.kill();
    await this.#store.close();
  }

  #build(instance: Instance): RealMachine {
    const { id, imageId } = instance;
    const images = this.#images.layersOf(imageId);
    this.#images.hold(images);
    const layers = ['sandbox', ...images, 'computer'];
    const machine = new RealMachine({
      id,
      imageId,
      layers,
      address: this.addressFor(instance),
      store: this.#store,
      mark: this.#settings.mark,
    });
    this.#machines.set(id, machine);
    return machine;
  }

  async #boot(machine: RealMachine, instance: Instance, report: BootReport): Promise<void> {
    const userData = readUserData(instance.userData);
    if (userData.kind === 'refused') throw new Error(userData.reason);
    const first = await machine.powerOn();
    const keys = this.#publicKeys(instance);
    if (keys.length > 0) await startSshd(machine, keys, this.#settings.sshPort);
    machine.startServices();
    report.running();
    // As with cloud-init: after the services, and only at the first boot.
    if (!first || userData.kind !== 'script') return;
    const script = await machine.startScript(userData.text);
    script.whenEnded((exitCode) => machine.isUp && machine.console.say(`user data: ended with ${exitCode}`));
  }

  #publicKeys(instance: Instance): string[] {
    const pair = this.#world?.region(instance.region).ec2.keyPairs.get(instance.keyName ?? '');
    return pair ? [pair.publicKey] : [];
  }
}

/** The layers of the image that a machine was made from. */
function imageLayers(machine: RealMachine): readonly string[] {
  return machine.settings.layers.slice(1, -1);
}

async function runScript(
  machine: RealMachine,
  script: readonly string[],
  state: { cancelled: boolean; group: number },
): Promise<CommandResult> {
  let stdout = '';
  let stderr = '';
  const child = await machine.startScript(`${script.join('\n')}\n`, {
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
  });
  state.group = child.pid;
  if (state.cancelled) signal(-child.pid, 'SIGKILL');
  return { exitCode: await child.ended, stdout, stderr };
}
