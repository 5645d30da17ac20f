#!/bin/sh
#SBATCH --job-name=gouji
#SBATCH --array=1-4
#SBATCH --cpus-per-task=1
#SBATCH --output=gouji-%A_%a.log
# Slurm 数组作业：每个任务做一份。用法：sbatch --array=1-份数 slurm.sh <文件夹> <结果文件夹>
set -eu
folder=$1 results=$2
gouji=${GOUJI:-npx gouji}
# GOUJI 可以是一条命令（npx gouji），也可以是一个程序的路径，路径里可以有空格。
command -v "$gouji" > /dev/null && gouji='"$GOUJI"'
shard=$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT
part=$results/$(printf %06d "$SLURM_ARRAY_TASK_ID").jsonl
# gouji 把一份做完了才有这个文件：有差错、有文件用不了，都是做完了；没有这个文件，不论退出码是几，都是没有做完。
rm -f "$part"
code=0
eval "$gouji"' check "$folder" --format jsonl --jobs "${SLURM_CPUS_PER_TASK:-1}" --shard "$shard" --output "$part"' || code=$?
[ -f "$part" ] || { echo "第 $shard 份没有做完：gouji 没有写出 $part（退出码 $code）" >&2; exit 3; }
