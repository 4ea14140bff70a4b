/**
 * Process 1 of a machine. Given: its folder in the store, the overlay's lower layers, its host name.
 * /run and /tmp are in memory, as on a freshly started Linux, and so never become part of an image. What is written to
 * /run/steadfleet/control comes out of standard output: it is how `systemctl` inside asks the sandbox.
 */
export const machineInit = `
set -eu
cd "$1"
mount -t overlay steadfleet -o "lowerdir=$2,upperdir=upper,workdir=work" root
cd root
mount --rbind /dev dev
mount -t devpts -o newinstance,ptmxmode=0666,mode=0620 devpts dev/pts
mount -t tmpfs -o mode=1777 tmpfs dev/shm
mount -t proc proc proc
mount -t sysfs -o ro sysfs sys
mount -t tmpfs -o mode=0755 tmpfs run
mount -t tmpfs -o mode=1777 tmpfs tmp
hostname "$3"
pivot_root . .
umount -l .
mkdir -p /run/steadfleet /run/sshd /run/lock /run/systemd/system
mkfifo -m 0600 /run/steadfleet/control
cat <>/run/steadfleet/control &
echo up
wait
`;
