process.stdout.write("gouji\n");
