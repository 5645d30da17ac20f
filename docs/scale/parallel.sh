#!/bin/sh
# 几台计算机分着校验一个文件夹：GNU parallel 用 ssh 在各台上各做一份，再按次序接起来。
# 各台上文件夹的路径相同（共享目录），都装有 Node.js 和 gouji。
# 用法：parallel.sh <文件夹> <结果.jsonl> <份数> <主机1,主机2,…>
set -eu
folder=$1 result=$2 parts=$3 hosts=$4
gouji=${GOUJI:-npx gouji}
# 退出码 1 是“有差错”，2 是“有文件用不了”：都是做完了；只有更大的才算没做完，parallel 换一台再做一次。
parallel --keep-order --retries 2 --sshlogin "$hosts" --ssh "${PARALLEL_SSH:-ssh}" \
  "$gouji check '$folder' --format jsonl --shard {}/$parts; [ \$? -le 2 ]" \
  ::: $(seq "$parts") > "$result"
