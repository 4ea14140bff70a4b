/**
 * Stands in for systemctl on a machine: enough for Ansible's systemd module and for scripts that restart a service.
 * Enabling is a link, as with systemd; whatever concerns running services is asked of the sandbox. A unit is told to be
 * enabled for multi-user.target, whatever its [Install] says: it is the only target there is.
 */
export const systemctl = `#!/bin/sh
verb= unit= now= file= answer=
for word; do
  case $word in
    --now) now=1 ;;
    -*) ;;
    *) if [ -z "$verb" ]; then verb=$word; else unit=\${word%.service}.service; fi ;;
  esac
done
wanted=/etc/systemd/system/multi-user.target.wants/$unit
for folder in /etc/systemd/system /usr/lib/systemd/system /lib/systemd/system; do
  [ -n "$file" ] || [ ! -f "$folder/$unit" ] || file=$folder/$unit
done
fail() { echo "systemctl (the sandbox's stand-in): $1" >&2; exit "\${2:-1}"; }
ask() {
  reply=/run/steadfleet/reply.$$
  mkfifo -m 0600 "$reply" && exec 3<>"$reply"
  echo "$1 $unit $reply" >/run/steadfleet/control
  read -r answer <&3; rm "$reply"
  [ "$answer" = ok ] || [ "$answer" = active ] || [ "$answer" = inactive ] || fail "$answer"
}
known() { [ -n "$file" ] || fail "Unit $unit not found." 5; }
case $verb in
  daemon-reload | daemon-reexec) ;;
  enable) known; mkdir -p "\${wanted%/*}"; ln -sf "$file" "$wanted"; [ -z "$now" ] || ask start ;;
  disable) rm -f "$wanted"; [ -z "$now" ] || ask stop ;;
  is-enabled) known; if [ -L "$wanted" ]; then echo enabled; else echo disabled; exit 1; fi ;;
  is-active) ask status; echo "$answer"; [ "$answer" = active ] || exit 3 ;;
  start | stop | restart) known; ask "$verb" ;;
  show) [ -z "$file" ] || ask status; if [ -n "$file" ]; then echo LoadState=loaded; else echo LoadState=not-found; fi; echo "ActiveState=\${answer:-inactive}" ;;
  *) fail "'$verb' is not understood" ;;
esac
`;
