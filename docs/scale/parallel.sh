#!/bin/sh
# 几台计算机分着校验一个文件夹：GNU parallel 用 ssh 在各台上各做一份，再按次序接起来。
# 各台上文件夹的路径相同（共享目录），都装有 Node.js 和 gouji。
# 用法：parallel.sh <文件夹> <结果.jsonl> <份数> <主机1,主机2,…>
# 有一份没有做完，就说是哪一份、在哪台上、为什么，退出码不是 0，也不写结果文件。
set -eu
folder=$1 result=$2 parts=$3 hosts=$4
gouji=${GOUJI:-npx gouji}

# 在别处的 sh 里仍是一个词，里面有空格、引号也一样。
quoted() { printf "'%s'" "$(printf %s "$1" | sed "s/'/'\\\\''/g")"; }

# GOUJI、PARALLEL_SSH 可以是一条命令（npx gouji），也可以是一个程序的路径，路径里可以有空格。
ssh=${PARALLEL_SSH:-ssh}
command -v "$gouji" > /dev/null && gouji=$(quoted "$gouji")
command -v "$ssh" > /dev/null && ssh=$(quoted "$ssh")

# 各台上做的。gouji 把一份做完了才有 part 这个文件：有差错、有文件用不了，都是做完了；没有这个文件，不论退出码是几，
# 都是没有做完，parallel 再做一次。一份的末尾有一行 done：没有起动就说做完了的（主机上没有 SHELL 时 parallel 就是这样），由它看出来。
task=$(cat << 'END'
place=$(mktemp -d) || exit 3
trap 'rm -rf "$place"' EXIT
code=0
eval "$3"' check "$1" --format jsonl --shard "$2" --output "$place/part"' || code=$?
[ -f "$place/part" ] || { echo "第 $2 份没有做完：gouji 没有写出结果（退出码 $code）" >&2; exit 3; }
cat "$place/part" && echo "done $2"
END
)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for part in $(seq "$parts"); do
  printf 'sh -c %s sh %s %s %s\0' "$(quoted "$task")" "$(quoted "$folder")" "$part/$parts" "$(quoted "$gouji")"
done > "$work/parts"
code=0
parallel --null --keep-order --retries 2 --sshlogin "$hosts" --ssh "$ssh" \
  --joblog "$work/log" < "$work/parts" > "$work/lines" || code=$?
done=$(grep -c '^done ' "$work/lines") || true
if [ "$code" -ne 0 ] || [ "$done" -ne "$parts" ]; then
  awk -F '\t' '!is_log && /^done / { sub("^done ", ""); sub("/.*", ""); is_done[$0] = 1 }
    is_log && FNR > 1 && !($1 in is_done) { print "第 " $1 " 份没有做完：在 " $2 " 上，退出码 " $7 }' \
    "$work/lines" is_log=1 "$work/log" >&2
  echo "$parts 份里做完了 $done 份，没有写 $result（parallel 的退出码 $code）" >&2
  exit 3
fi
grep -v '^done ' "$work/lines" > "$work/result" || true
mv "$work/result" "$result"
