import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The Scala compiler, kept running: most of a short compilation is the compiler's own start. It prints its port on
 * loopback; a request is an argument a line and an empty line, the answer `ok` or `refused` and what the compiler said.
 * It ends with its standard input, that is with whoever started it.
 */
public final class CompileServer {
    public static void main(String[] arguments) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            System.out.println(server.getLocalPort());
            Thread accepting = new Thread(() -> accept(server));
            accepting.setDaemon(true);
            accepting.start();
            while (System.in.read() >= 0) {
                // Nothing is said to it this way.
            }
        }
        System.exit(0);
    }

    private static void accept(ServerSocket server) {
        try {
            while (true) {
                Socket socket = server.accept();
                // The compiler goes deep.
                new Thread(null, () -> answer(socket), "compilation", 64L << 20).start();
            }
        } catch (java.io.IOException closed) {
            // The end.
        }
    }

    private static void answer(Socket socket) {
        try (socket) {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            List<String> arguments = new ArrayList<>();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) arguments.add(line);
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            boolean[] isRight = {false};
            scala.Console$.MODULE$.withErr(said, () -> scala.Console$.MODULE$.withOut(said, () -> {
                isRight[0] = new scala.tools.nsc.MainClass().process(arguments.toArray(new String[0]));
                return null;
            }));
            socket.getOutputStream().write((isRight[0] ? "ok\n" : "refused\n").getBytes(StandardCharsets.UTF_8));
            said.writeTo(socket.getOutputStream());
        } catch (Throwable problem) {
            // Without an answer the other end fails.
            problem.printStackTrace();
        }
    }
}
