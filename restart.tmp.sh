kill $(cat /tmp/h/rate/start.pid) 2>/dev/null; sleep 2; rm -f /tmp/h/rate/start.log
PORT=4810 nice node --import tsx sandbox/start.ts > /tmp/h/rate/start.log 2>&1 & echo $! > /tmp/h/rate/start.pid
for i in $(seq 90); do grep -q token /tmp/h/rate/start.log && break; sleep 1; done; sleep 1
