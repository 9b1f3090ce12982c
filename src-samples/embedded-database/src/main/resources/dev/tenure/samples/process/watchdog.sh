# Runs a database server for as long as somebody holds the other end of standard input, and kills it then: the
# kernel closes the JVM's end however the JVM ends, kill -9 included.
#
#   sh watchdog.sh FOLDER COMMAND...
#
# FOLDER is deleted when standard input is closed. Prints the server's process id. A line on standard input is the
# name of a signal to send to the server. Ends with the server, with its exit code.

folder=$1
shift

# Ctrl-C goes to every process of the terminal; the JVM decides, not we.
trap '' INT TERM HUP

# 3 is the JVM's end. The shell gives background jobs /dev/null as standard input, so it needs a name.
exec 3<&0

(
  trap - INT TERM HUP
  exec "$@" 3<&-
) </dev/null >>"$folder/error.log" 2>&1 &
server=$!

(
  while read -r signal; do
    kill -s "$signal" "$server"
  done
  : >"$folder/abandoned"
  kill -s KILL "$server"
) <&3 >/dev/null 2>&1 &
listener=$!

echo "$server"
exec >/dev/null

# Both are children that only we wait for: as long as we have not, the kernel gives their ids to nobody else.
wait "$server"
code=$?
kill -s KILL "$listener" 2>/dev/null
wait "$listener" 2>/dev/null

if [ -e "$folder/abandoned" ]; then
  rm -rf "$folder"
fi
exit "$code"
